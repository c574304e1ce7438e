-- Deshace V3. Antes quita lo repetible (R__) que depende de estas tablas.

DROP FUNCTION IF EXISTS metrics.fn_service_level(bigint, date);
DROP VIEW IF EXISTS reports.v_agent_daily_summary;
DROP VIEW IF EXISTS reports.v_call_details;
DROP TABLE analytics.call_segments;
DROP TABLE analytics.calls;
