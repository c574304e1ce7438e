-- Deshace V6.

DROP TABLE metrics.daily_queue_metrics;
DROP TABLE metrics.metric_definitions;
