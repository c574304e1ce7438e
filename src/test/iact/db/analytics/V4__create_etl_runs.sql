-- Crea el registro de cargas ETL desde el IVR y enlaza cada llamada con la suya.
-- Por qué: ante un dato dudoso hay que saber qué carga lo trajo.

CREATE TABLE analytics.etl_runs (
  id bigint GENERATED ALWAYS AS IDENTITY,
  source text NOT NULL,
  status text NOT NULL DEFAULT 'running',
  window_start timestamp with time zone NOT NULL,
  window_end timestamp with time zone NOT NULL,
  rows_read bigint NOT NULL DEFAULT 0,
  rows_loaded bigint NOT NULL DEFAULT 0,
  error_detail text,
  started_at timestamp with time zone NOT NULL DEFAULT now(),
  finished_at timestamp with time zone,
  CONSTRAINT pk_etl_runs PRIMARY KEY (id),
  CONSTRAINT uk_etl_runs_source_window_start UNIQUE (source, window_start),
  CONSTRAINT ck_etl_runs_status CHECK (status IN ('running', 'succeeded', 'failed')),
  CONSTRAINT ck_etl_runs_window CHECK (window_end > window_start)
);
COMMENT ON TABLE analytics.etl_runs IS 'Cargas ETL desde el IVR heredado.';
COMMENT ON COLUMN analytics.etl_runs.id IS 'Identificador de la carga.';
COMMENT ON COLUMN analytics.etl_runs.source IS 'Tabla de origen en el IVR.';
COMMENT ON COLUMN analytics.etl_runs.status IS 'running, succeeded o failed.';
COMMENT ON COLUMN analytics.etl_runs.window_start IS 'Inicio de la ventana leída.';
COMMENT ON COLUMN analytics.etl_runs.window_end IS 'Fin de la ventana leída.';
COMMENT ON COLUMN analytics.etl_runs.rows_read IS 'Filas leídas del IVR.';
COMMENT ON COLUMN analytics.etl_runs.rows_loaded IS 'Filas cargadas.';
COMMENT ON COLUMN analytics.etl_runs.error_detail IS 'Causa del fallo; vacía si no lo hubo.';
COMMENT ON COLUMN analytics.etl_runs.started_at IS 'Inicio de la carga.';
COMMENT ON COLUMN analytics.etl_runs.finished_at IS 'Fin de la carga; vacío si sigue.';

ALTER TABLE analytics.calls ADD COLUMN etl_run_id bigint;
COMMENT ON COLUMN analytics.calls.etl_run_id IS 'Carga que trajo la llamada.';
ALTER TABLE analytics.calls
  ADD CONSTRAINT fk_calls_etl_run FOREIGN KEY (etl_run_id) REFERENCES analytics.etl_runs (id);
CREATE INDEX analytics_calls_etl_run_id_idx ON analytics.calls (etl_run_id);

GRANT SELECT, INSERT, UPDATE ON analytics.etl_runs TO iact_analytics_app;
GRANT SELECT ON analytics.etl_runs TO iact_analytics_reader;
