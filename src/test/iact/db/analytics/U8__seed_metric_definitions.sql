-- Deshace V8: borra solo las métricas que insertó.

DELETE FROM metrics.metric_definitions
WHERE code IN ('calls_received', 'calls_abandoned', 'average_wait', 'service_level');
