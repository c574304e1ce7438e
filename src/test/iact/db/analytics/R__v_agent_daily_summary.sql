-- Resumen diario de cada agente.
-- Por qué: es la base del reporte de productividad.

CREATE OR REPLACE VIEW reports.v_agent_daily_summary AS
SELECT
  agents.id AS agent_id,
  agents.full_name,
  (call_segments.started_at AT TIME ZONE 'UTC')::date AS day,
  count(*) AS segment_count,
  sum(call_segments.talk_seconds) AS talk_seconds,
  sum(call_segments.hold_seconds) AS hold_seconds
FROM analytics.call_segments
JOIN analytics.agents ON agents.id = call_segments.agent_id
GROUP BY agents.id, agents.full_name, (call_segments.started_at AT TIME ZONE 'UTC')::date;
COMMENT ON VIEW reports.v_agent_daily_summary IS 'Tramos, conversación y espera de cada agente por día.';
GRANT SELECT ON reports.v_agent_daily_summary TO iact_analytics_app, iact_analytics_reader;
