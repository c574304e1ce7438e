-- Llamadas con su cola y sus tiempos.
-- Por qué: los reportes no repiten el cálculo de la espera.

CREATE OR REPLACE VIEW reports.v_call_details AS
SELECT
  calls.id AS call_id,
  calls.call_uid,
  queues.code AS queue_code,
  calls.direction,
  calls.started_at,
  calls.answered_at,
  calls.ended_at,
  extract(epoch FROM calls.answered_at - calls.started_at) AS wait_seconds
FROM analytics.calls
JOIN analytics.queues ON queues.id = calls.queue_id;
COMMENT ON VIEW reports.v_call_details IS 'Llamadas con su cola y su espera.';
GRANT SELECT ON reports.v_call_details TO iact_analytics_app, iact_analytics_reader;
