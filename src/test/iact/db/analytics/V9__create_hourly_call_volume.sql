-- Crea el volumen de llamadas por hora como vista materializada.
-- Por qué: el tablero lo consulta cada minuto y el cálculo tarda varios segundos.
-- El índice único permite refrescarla sin bloquear a quien lee.

CREATE MATERIALIZED VIEW metrics.v_hourly_call_volume AS
SELECT
  calls.queue_id,
  date_trunc('hour', calls.started_at, 'UTC') AS hour_start,
  count(*) AS call_count,
  count(*) FILTER (WHERE calls.answered_at IS NULL) AS abandoned_count
FROM analytics.calls
GROUP BY calls.queue_id, date_trunc('hour', calls.started_at, 'UTC')
WITH DATA;
CREATE UNIQUE INDEX metrics_v_hourly_call_volume_queue_id_hour_start_idx
  ON metrics.v_hourly_call_volume (queue_id, hour_start);
COMMENT ON MATERIALIZED VIEW metrics.v_hourly_call_volume IS 'Llamadas y abandonos por cola y hora.';
COMMENT ON COLUMN metrics.v_hourly_call_volume.queue_id IS 'Cola.';
COMMENT ON COLUMN metrics.v_hourly_call_volume.hour_start IS 'Inicio de la hora.';
COMMENT ON COLUMN metrics.v_hourly_call_volume.call_count IS 'Llamadas de la hora.';
COMMENT ON COLUMN metrics.v_hourly_call_volume.abandoned_count IS 'Llamadas sin atender de la hora.';

GRANT SELECT ON metrics.v_hourly_call_volume TO iact_analytics_app, iact_analytics_reader;
