-- Nivel de servicio de una cola en un día.
-- Por qué: el cálculo se usa en reportes y en la carga de métricas; vive en un solo sitio.

CREATE OR REPLACE FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) RETURNS numeric
LANGUAGE sql STABLE AS $$
  SELECT round(
    count(*) FILTER (
      WHERE calls.answered_at <= calls.started_at + make_interval(secs => queues.service_level_seconds)
    )::numeric / nullif(count(*), 0), 6)
  FROM analytics.calls
  JOIN analytics.queues ON queues.id = calls.queue_id
  WHERE calls.queue_id = p_queue_id
    AND calls.started_at >= p_day::timestamp AT TIME ZONE 'UTC'
    AND calls.started_at < (p_day + 1)::timestamp AT TIME ZONE 'UTC'
$$;
COMMENT ON FUNCTION metrics.fn_service_level(bigint, date)
  IS 'Parte de las llamadas atendidas dentro del plazo; NULL si no hubo llamadas.';
REVOKE ALL ON FUNCTION metrics.fn_service_level(bigint, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metrics.fn_service_level(bigint, date) TO iact_analytics_app, iact_analytics_reader;
