-- Deshace V9.

DROP MATERIALIZED VIEW metrics.v_hourly_call_volume;
