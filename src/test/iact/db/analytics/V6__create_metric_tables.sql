-- Crea el catálogo de métricas y sus valores diarios por cola.
-- Por qué: los tableros leen agregados, no llamadas.

CREATE TABLE metrics.metric_definitions (
  id bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  description text NOT NULL DEFAULT '',
  higher_is_better boolean NOT NULL DEFAULT true,
  CONSTRAINT pk_metric_definitions PRIMARY KEY (id),
  CONSTRAINT uk_metric_definitions_code UNIQUE (code),
  CONSTRAINT ck_metric_definitions_unit CHECK (unit IN ('count', 'seconds', 'ratio'))
);
COMMENT ON TABLE metrics.metric_definitions IS 'Catálogo de métricas.';
COMMENT ON COLUMN metrics.metric_definitions.id IS 'Identificador de la métrica.';
COMMENT ON COLUMN metrics.metric_definitions.code IS 'Código único.';
COMMENT ON COLUMN metrics.metric_definitions.name IS 'Nombre visible.';
COMMENT ON COLUMN metrics.metric_definitions.unit IS 'count, seconds o ratio.';
COMMENT ON COLUMN metrics.metric_definitions.description IS 'Cómo se calcula.';
COMMENT ON COLUMN metrics.metric_definitions.higher_is_better IS 'Si un valor mayor es mejor.';

CREATE TABLE metrics.daily_queue_metrics (
  metric_id bigint NOT NULL,
  queue_id bigint NOT NULL,
  day date NOT NULL,
  value numeric(18,6) NOT NULL,
  computed_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pk_daily_queue_metrics PRIMARY KEY (metric_id, queue_id, day),
  CONSTRAINT fk_daily_queue_metrics_metric FOREIGN KEY (metric_id) REFERENCES metrics.metric_definitions (id),
  CONSTRAINT fk_daily_queue_metrics_queue FOREIGN KEY (queue_id) REFERENCES analytics.queues (id)
);
CREATE INDEX metrics_daily_queue_metrics_queue_id_day_idx ON metrics.daily_queue_metrics (queue_id, day DESC);
COMMENT ON TABLE metrics.daily_queue_metrics IS 'Valor diario de cada métrica en cada cola.';
COMMENT ON COLUMN metrics.daily_queue_metrics.metric_id IS 'Métrica medida.';
COMMENT ON COLUMN metrics.daily_queue_metrics.queue_id IS 'Cola medida.';
COMMENT ON COLUMN metrics.daily_queue_metrics.day IS 'Día medido, en UTC.';
COMMENT ON COLUMN metrics.daily_queue_metrics.value IS 'Valor en la unidad de la métrica.';
COMMENT ON COLUMN metrics.daily_queue_metrics.computed_at IS 'Momento del cálculo.';

GRANT SELECT ON metrics.metric_definitions TO iact_analytics_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON metrics.daily_queue_metrics TO iact_analytics_app;
GRANT SELECT ON metrics.metric_definitions, metrics.daily_queue_metrics TO iact_analytics_reader;
