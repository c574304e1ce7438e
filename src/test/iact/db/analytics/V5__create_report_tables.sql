-- Crea las definiciones de reporte, sus ejecuciones y la auditoría de exportaciones.
-- Por qué: exportar es una capacidad sensible y debe dejar una huella que nadie
-- pueda cambiar. La auditoría no tiene claves foráneas: sobrevive a lo auditado.

CREATE TABLE reports.report_definitions (
  id bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  title text NOT NULL,
  owner_user_id bigint NOT NULL,
  parameters jsonb NOT NULL DEFAULT '{}'::jsonb,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  updated_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pk_report_definitions PRIMARY KEY (id),
  CONSTRAINT uk_report_definitions_code UNIQUE (code)
);
COMMENT ON TABLE reports.report_definitions IS 'Reportes que se pueden pedir.';
COMMENT ON COLUMN reports.report_definitions.id IS 'Identificador del reporte.';
COMMENT ON COLUMN reports.report_definitions.code IS 'Código único del reporte.';
COMMENT ON COLUMN reports.report_definitions.title IS 'Título visible.';
COMMENT ON COLUMN reports.report_definitions.owner_user_id IS 'Responsable (users_user.id en MySQL); relación lógica.';
COMMENT ON COLUMN reports.report_definitions.parameters IS 'Parámetros y sus valores por omisión.';
COMMENT ON COLUMN reports.report_definitions.is_active IS 'Si el reporte se ofrece.';
COMMENT ON COLUMN reports.report_definitions.created_at IS 'Momento del alta.';
COMMENT ON COLUMN reports.report_definitions.updated_at IS 'Momento del último cambio.';

CREATE TABLE reports.report_runs (
  id bigint GENERATED ALWAYS AS IDENTITY,
  definition_id bigint NOT NULL,
  requested_by_user_id bigint NOT NULL,
  status text NOT NULL DEFAULT 'queued',
  arguments jsonb NOT NULL DEFAULT '{}'::jsonb,
  row_count bigint,
  requested_at timestamp with time zone NOT NULL DEFAULT now(),
  finished_at timestamp with time zone,
  CONSTRAINT pk_report_runs PRIMARY KEY (id),
  CONSTRAINT fk_report_runs_definition FOREIGN KEY (definition_id) REFERENCES reports.report_definitions (id),
  CONSTRAINT ck_report_runs_status CHECK (status IN ('queued', 'running', 'succeeded', 'failed'))
);
CREATE INDEX reports_report_runs_definition_id_idx ON reports.report_runs (definition_id);
CREATE INDEX reports_report_runs_pending_idx ON reports.report_runs (requested_at) WHERE status IN ('queued', 'running');
COMMENT ON TABLE reports.report_runs IS 'Ejecuciones de cada reporte.';
COMMENT ON COLUMN reports.report_runs.id IS 'Identificador de la ejecución.';
COMMENT ON COLUMN reports.report_runs.definition_id IS 'Reporte ejecutado.';
COMMENT ON COLUMN reports.report_runs.requested_by_user_id IS 'Quién lo pidió (users_user.id en MySQL); relación lógica.';
COMMENT ON COLUMN reports.report_runs.status IS 'queued, running, succeeded o failed.';
COMMENT ON COLUMN reports.report_runs.arguments IS 'Valores de los parámetros.';
COMMENT ON COLUMN reports.report_runs.row_count IS 'Filas producidas.';
COMMENT ON COLUMN reports.report_runs.requested_at IS 'Momento de la petición.';
COMMENT ON COLUMN reports.report_runs.finished_at IS 'Fin de la ejecución; vacío si sigue.';

CREATE TABLE reports.export_audit (
  id bigint GENERATED ALWAYS AS IDENTITY,
  run_id bigint NOT NULL,
  user_id bigint NOT NULL,
  client_ip inet NOT NULL,
  format text NOT NULL,
  row_count bigint NOT NULL,
  exported_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pk_export_audit PRIMARY KEY (id),
  CONSTRAINT ck_export_audit_format CHECK (format IN ('csv', 'xlsx', 'pdf'))
);
CREATE INDEX reports_export_audit_user_id_exported_at_idx ON reports.export_audit (user_id, exported_at DESC);
COMMENT ON TABLE reports.export_audit IS 'Auditoría de exportaciones: solo se añade, nunca se cambia ni se borra.';
COMMENT ON COLUMN reports.export_audit.id IS 'Identificador del asiento.';
COMMENT ON COLUMN reports.export_audit.run_id IS 'Ejecución exportada; sin clave foránea a propósito.';
COMMENT ON COLUMN reports.export_audit.user_id IS 'Quién exportó (users_user.id en MySQL); relación lógica.';
COMMENT ON COLUMN reports.export_audit.client_ip IS 'Dirección de origen.';
COMMENT ON COLUMN reports.export_audit.format IS 'Formato del fichero.';
COMMENT ON COLUMN reports.export_audit.row_count IS 'Filas exportadas.';
COMMENT ON COLUMN reports.export_audit.exported_at IS 'Momento de la exportación.';

CREATE FUNCTION reports.fn_refuse_audit_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'La auditoría %.% no admite %.', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;
COMMENT ON FUNCTION reports.fn_refuse_audit_change() IS 'Rechaza todo cambio de una tabla de auditoría.';
REVOKE ALL ON FUNCTION reports.fn_refuse_audit_change() FROM PUBLIC;

CREATE TRIGGER trg_export_audit_refuse_change
  BEFORE UPDATE OR DELETE ON reports.export_audit
  FOR EACH ROW EXECUTE FUNCTION reports.fn_refuse_audit_change();
CREATE TRIGGER trg_export_audit_refuse_truncate
  BEFORE TRUNCATE ON reports.export_audit
  FOR EACH STATEMENT EXECUTE FUNCTION reports.fn_refuse_audit_change();
COMMENT ON TRIGGER trg_export_audit_refuse_change ON reports.export_audit IS 'Impide cambiar o borrar asientos.';
COMMENT ON TRIGGER trg_export_audit_refuse_truncate ON reports.export_audit IS 'Impide vaciar la auditoría.';

GRANT SELECT, INSERT, UPDATE ON reports.report_definitions, reports.report_runs TO iact_analytics_app;
GRANT SELECT, INSERT ON reports.export_audit TO iact_analytics_app;
GRANT SELECT ON reports.report_definitions, reports.report_runs, reports.export_audit TO iact_analytics_reader;
