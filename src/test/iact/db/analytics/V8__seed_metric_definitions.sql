-- Da de alta las métricas iniciales (migración de datos).
-- Por qué: los valores diarios se refieren a ellas.

INSERT INTO metrics.metric_definitions (code, name, unit, description, higher_is_better) VALUES
  ('calls_received', 'Llamadas recibidas', 'count', 'Llamadas entrantes del día.', true),
  ('calls_abandoned', 'Llamadas abandonadas', 'count', 'Llamadas entrantes que nadie atendió.', false),
  ('average_wait', 'Espera media', 'seconds', 'Segundos hasta que se atiende.', false),
  ('service_level', 'Nivel de servicio', 'ratio', 'Parte atendida dentro del plazo de la cola.', true);
