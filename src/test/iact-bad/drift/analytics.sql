-- EJEMPLO MALO: derivas plantadas en la base analítica (PostgreSQL), tras aplicar todas
-- las migraciones buenas. Cada sentencia lleva encima su identificador de planted.yaml.

-- drift-pg-extra-column: columna que ninguna migración crea, sin comentario.
ALTER TABLE analytics.calls ADD COLUMN agent_note text;
-- drift-pg-timestamp-without-time-zone: marca de tiempo sin zona horaria.
ALTER TABLE analytics.etl_runs ADD COLUMN checked_at timestamp without time zone;
-- drift-pg-dropped-index: clave foránea que se queda sin índice.
DROP INDEX analytics.analytics_calls_queue_id_idx;
-- drift-pg-changed-default: valor por omisión cambiado.
ALTER TABLE analytics.queues ALTER COLUMN service_level_seconds SET DEFAULT 30;
-- drift-pg-changed-type: tipo estrechado.
ALTER TABLE metrics.daily_queue_metrics ALTER COLUMN value TYPE numeric(10,2);
-- drift-pg-nullable-column: columna que pasa a admitir NULL.
ALTER TABLE analytics.agents ALTER COLUMN full_name DROP NOT NULL;
-- drift-pg-dropped-check: restricción CHECK borrada.
ALTER TABLE analytics.calls DROP CONSTRAINT ck_calls_ended_at;
-- drift-pg-not-validated: clave foránea vuelta a crear sin validar.
ALTER TABLE analytics.call_segments DROP CONSTRAINT fk_call_segments_agent;
ALTER TABLE analytics.call_segments ADD CONSTRAINT fk_call_segments_agent FOREIGN KEY (agent_id) REFERENCES analytics.agents (id) ON DELETE CASCADE NOT VALID;
-- drift-pg-revoked-grant: los tableros pierden la lectura de las métricas.
REVOKE SELECT ON metrics.daily_queue_metrics FROM iact_analytics_reader;
-- drift-pg-public-grant: cualquiera puede leer y cambiar las colas.
GRANT ALL ON analytics.queues TO PUBLIC;
-- drift-pg-public-schema-create: cualquiera puede crear objetos en el esquema.
GRANT CREATE ON SCHEMA analytics TO PUBLIC;
-- drift-pg-audit-trigger-disabled: la auditoría admite cambios.
ALTER TABLE reports.export_audit DISABLE TRIGGER trg_export_audit_refuse_change;
-- drift-pg-audit-writable: la aplicación puede cambiar y borrar la auditoría.
GRANT UPDATE, DELETE ON reports.export_audit TO iact_analytics_app;
-- drift-pg-view-changed: la vista deja de calcular la espera.
CREATE OR REPLACE VIEW reports.v_call_details AS
SELECT calls.id AS call_id, calls.call_uid, queues.code AS queue_code, calls.direction, calls.started_at,
  calls.answered_at, calls.ended_at, NULL::numeric AS wait_seconds
FROM analytics.calls JOIN analytics.queues ON queues.id = calls.queue_id;
-- drift-pg-security-definer: función con los permisos de su dueño y sin search_path fijo.
ALTER FUNCTION metrics.fn_service_level(bigint, date) SECURITY DEFINER;
-- drift-pg-dropped-comment: comentario borrado.
COMMENT ON TABLE analytics.agents IS NULL;
-- drift-pg-no-primary-key: copia sin clave primaria.
CREATE TABLE analytics.calls_backup AS SELECT * FROM analytics.calls WITH NO DATA;
-- drift-pg-session-table: copia de django_session fuera de MySQL.
CREATE TABLE public.django_session (
  session_key varchar(40) NOT NULL PRIMARY KEY,
  session_data text NOT NULL,
  expire_date timestamp with time zone NOT NULL
);
