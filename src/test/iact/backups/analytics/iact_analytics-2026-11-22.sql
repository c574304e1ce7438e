--
-- PostgreSQL database dump
--

\restrict HhIwFXnXTtX4Ykrc0RSc6nkZjyaLi0itwKmYz4aa7if98V4grkBwVODysazTRYq

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: analytics; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA analytics;


ALTER SCHEMA analytics OWNER TO postgres;

--
-- Name: SCHEMA analytics; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SCHEMA analytics IS 'Llamadas, agentes, colas y cargas ETL.';


--
-- Name: metrics; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA metrics;


ALTER SCHEMA metrics OWNER TO postgres;

--
-- Name: SCHEMA metrics; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SCHEMA metrics IS 'Métricas agregadas por día y cola.';


--
-- Name: reports; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA reports;


ALTER SCHEMA reports OWNER TO postgres;

--
-- Name: SCHEMA reports; Type: COMMENT; Schema: -; Owner: postgres
--

COMMENT ON SCHEMA reports IS 'Definición, ejecución y auditoría de reportes.';


--
-- Name: fn_service_level(bigint, date); Type: FUNCTION; Schema: metrics; Owner: postgres
--

CREATE FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) RETURNS numeric
    LANGUAGE sql STABLE
    AS $$
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


ALTER FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) OWNER TO postgres;

--
-- Name: FUNCTION fn_service_level(p_queue_id bigint, p_day date); Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) IS 'Parte de las llamadas atendidas dentro del plazo; NULL si no hubo llamadas.';


--
-- Name: fn_refuse_audit_change(); Type: FUNCTION; Schema: reports; Owner: postgres
--

CREATE FUNCTION reports.fn_refuse_audit_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'La auditoría %.% no admite %.', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;


ALTER FUNCTION reports.fn_refuse_audit_change() OWNER TO postgres;

--
-- Name: FUNCTION fn_refuse_audit_change(); Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON FUNCTION reports.fn_refuse_audit_change() IS 'Rechaza todo cambio de una tabla de auditoría.';


--
-- Name: fn_touch_updated_at(); Type: FUNCTION; Schema: reports; Owner: postgres
--

CREATE FUNCTION reports.fn_touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;


ALTER FUNCTION reports.fn_touch_updated_at() OWNER TO postgres;

--
-- Name: FUNCTION fn_touch_updated_at(); Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON FUNCTION reports.fn_touch_updated_at() IS 'Pone en updated_at el momento del cambio.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: agents; Type: TABLE; Schema: analytics; Owner: postgres
--

CREATE TABLE analytics.agents (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    extension text NOT NULL,
    full_name text NOT NULL,
    hired_on date,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE analytics.agents OWNER TO postgres;

--
-- Name: TABLE agents; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON TABLE analytics.agents IS 'Agentes que atienden llamadas.';


--
-- Name: COLUMN agents.id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.id IS 'Identificador del agente.';


--
-- Name: COLUMN agents.user_id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.user_id IS 'Usuario de MySQL (users_user.id); relación lógica entre motores.';


--
-- Name: COLUMN agents.extension; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.extension IS 'Extensión telefónica.';


--
-- Name: COLUMN agents.full_name; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.full_name IS 'Nombre y apellidos al momento de la carga.';


--
-- Name: COLUMN agents.hired_on; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.hired_on IS 'Fecha de contratación.';


--
-- Name: COLUMN agents.is_active; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.is_active IS 'Si el agente sigue en plantilla.';


--
-- Name: COLUMN agents.created_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.agents.created_at IS 'Momento del alta.';


--
-- Name: agents_id_seq; Type: SEQUENCE; Schema: analytics; Owner: postgres
--

ALTER TABLE analytics.agents ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME analytics.agents_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: call_segments; Type: TABLE; Schema: analytics; Owner: postgres
--

CREATE TABLE analytics.call_segments (
    id bigint NOT NULL,
    call_id bigint NOT NULL,
    agent_id bigint,
    queue_id bigint NOT NULL,
    "position" smallint NOT NULL,
    talk_seconds integer DEFAULT 0 NOT NULL,
    hold_seconds integer DEFAULT 0 NOT NULL,
    started_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_call_segments_seconds CHECK (((talk_seconds >= 0) AND (hold_seconds >= 0)))
);


ALTER TABLE analytics.call_segments OWNER TO postgres;

--
-- Name: TABLE call_segments; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON TABLE analytics.call_segments IS 'Tramos de una llamada: una cola y, si se atendió, un agente.';


--
-- Name: COLUMN call_segments.id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.id IS 'Identificador del tramo.';


--
-- Name: COLUMN call_segments.call_id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.call_id IS 'Llamada a la que pertenece.';


--
-- Name: COLUMN call_segments.agent_id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.agent_id IS 'Agente que atendió; vacío si nadie lo hizo.';


--
-- Name: COLUMN call_segments.queue_id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.queue_id IS 'Cola del tramo.';


--
-- Name: COLUMN call_segments."position"; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments."position" IS 'Orden dentro de la llamada, desde 1.';


--
-- Name: COLUMN call_segments.talk_seconds; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.talk_seconds IS 'Segundos de conversación.';


--
-- Name: COLUMN call_segments.hold_seconds; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.hold_seconds IS 'Segundos en espera.';


--
-- Name: COLUMN call_segments.started_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.call_segments.started_at IS 'Inicio del tramo.';


--
-- Name: call_segments_id_seq; Type: SEQUENCE; Schema: analytics; Owner: postgres
--

ALTER TABLE analytics.call_segments ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME analytics.call_segments_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: calls; Type: TABLE; Schema: analytics; Owner: postgres
--

CREATE TABLE analytics.calls (
    id bigint NOT NULL,
    call_uid uuid NOT NULL,
    queue_id bigint NOT NULL,
    caller_number text NOT NULL,
    direction text DEFAULT 'inbound'::text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    attributes jsonb DEFAULT '{}'::jsonb NOT NULL,
    etl_run_id bigint,
    CONSTRAINT ck_calls_direction CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text]))),
    CONSTRAINT ck_calls_ended_at CHECK ((ended_at >= started_at))
);


ALTER TABLE analytics.calls OWNER TO postgres;

--
-- Name: TABLE calls; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON TABLE analytics.calls IS 'Llamadas recibidas y emitidas.';


--
-- Name: COLUMN calls.id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.id IS 'Identificador de la llamada.';


--
-- Name: COLUMN calls.call_uid; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.call_uid IS 'Identificador que le dio el IVR.';


--
-- Name: COLUMN calls.queue_id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.queue_id IS 'Cola en la que entró.';


--
-- Name: COLUMN calls.caller_number; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.caller_number IS 'Número que llama.';


--
-- Name: COLUMN calls.direction; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.direction IS 'inbound si entra, outbound si sale.';


--
-- Name: COLUMN calls.started_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.started_at IS 'Inicio de la llamada.';


--
-- Name: COLUMN calls.answered_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.answered_at IS 'Momento en que se atendió; vacío si se abandonó.';


--
-- Name: COLUMN calls.ended_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.ended_at IS 'Fin de la llamada; vacío si sigue.';


--
-- Name: COLUMN calls.attributes; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.attributes IS 'Datos del IVR sin columna propia.';


--
-- Name: COLUMN calls.etl_run_id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.calls.etl_run_id IS 'Carga que trajo la llamada.';


--
-- Name: calls_id_seq; Type: SEQUENCE; Schema: analytics; Owner: postgres
--

ALTER TABLE analytics.calls ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME analytics.calls_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: etl_runs; Type: TABLE; Schema: analytics; Owner: postgres
--

CREATE TABLE analytics.etl_runs (
    id bigint NOT NULL,
    source text NOT NULL,
    status text DEFAULT 'running'::text NOT NULL,
    window_start timestamp with time zone NOT NULL,
    window_end timestamp with time zone NOT NULL,
    rows_read bigint DEFAULT 0 NOT NULL,
    rows_loaded bigint DEFAULT 0 NOT NULL,
    error_detail text,
    started_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT ck_etl_runs_status CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'failed'::text]))),
    CONSTRAINT ck_etl_runs_window CHECK ((window_end > window_start))
);


ALTER TABLE analytics.etl_runs OWNER TO postgres;

--
-- Name: TABLE etl_runs; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON TABLE analytics.etl_runs IS 'Cargas ETL desde el IVR heredado.';


--
-- Name: COLUMN etl_runs.id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.id IS 'Identificador de la carga.';


--
-- Name: COLUMN etl_runs.source; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.source IS 'Tabla de origen en el IVR.';


--
-- Name: COLUMN etl_runs.status; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.status IS 'running, succeeded o failed.';


--
-- Name: COLUMN etl_runs.window_start; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.window_start IS 'Inicio de la ventana leída.';


--
-- Name: COLUMN etl_runs.window_end; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.window_end IS 'Fin de la ventana leída.';


--
-- Name: COLUMN etl_runs.rows_read; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.rows_read IS 'Filas leídas del IVR.';


--
-- Name: COLUMN etl_runs.rows_loaded; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.rows_loaded IS 'Filas cargadas.';


--
-- Name: COLUMN etl_runs.error_detail; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.error_detail IS 'Causa del fallo; vacía si no lo hubo.';


--
-- Name: COLUMN etl_runs.started_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.started_at IS 'Inicio de la carga.';


--
-- Name: COLUMN etl_runs.finished_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.etl_runs.finished_at IS 'Fin de la carga; vacío si sigue.';


--
-- Name: etl_runs_id_seq; Type: SEQUENCE; Schema: analytics; Owner: postgres
--

ALTER TABLE analytics.etl_runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME analytics.etl_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: queues; Type: TABLE; Schema: analytics; Owner: postgres
--

CREATE TABLE analytics.queues (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    service_level_seconds integer DEFAULT 20 NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_queues_service_level_seconds CHECK ((service_level_seconds > 0))
);


ALTER TABLE analytics.queues OWNER TO postgres;

--
-- Name: TABLE queues; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON TABLE analytics.queues IS 'Colas de atención del centro de llamadas.';


--
-- Name: COLUMN queues.id; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.queues.id IS 'Identificador de la cola.';


--
-- Name: COLUMN queues.code; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.queues.code IS 'Código único de la cola.';


--
-- Name: COLUMN queues.name; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.queues.name IS 'Nombre visible.';


--
-- Name: COLUMN queues.service_level_seconds; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.queues.service_level_seconds IS 'Segundos en que debe atenderse una llamada.';


--
-- Name: COLUMN queues.is_active; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.queues.is_active IS 'Si la cola recibe llamadas.';


--
-- Name: COLUMN queues.created_at; Type: COMMENT; Schema: analytics; Owner: postgres
--

COMMENT ON COLUMN analytics.queues.created_at IS 'Momento del alta.';


--
-- Name: queues_id_seq; Type: SEQUENCE; Schema: analytics; Owner: postgres
--

ALTER TABLE analytics.queues ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME analytics.queues_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: daily_queue_metrics; Type: TABLE; Schema: metrics; Owner: postgres
--

CREATE TABLE metrics.daily_queue_metrics (
    metric_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    day date NOT NULL,
    value numeric(18,6) NOT NULL,
    computed_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE metrics.daily_queue_metrics OWNER TO postgres;

--
-- Name: TABLE daily_queue_metrics; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON TABLE metrics.daily_queue_metrics IS 'Valor diario de cada métrica en cada cola.';


--
-- Name: COLUMN daily_queue_metrics.metric_id; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.daily_queue_metrics.metric_id IS 'Métrica medida.';


--
-- Name: COLUMN daily_queue_metrics.queue_id; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.daily_queue_metrics.queue_id IS 'Cola medida.';


--
-- Name: COLUMN daily_queue_metrics.day; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.daily_queue_metrics.day IS 'Día medido, en UTC.';


--
-- Name: COLUMN daily_queue_metrics.value; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.daily_queue_metrics.value IS 'Valor en la unidad de la métrica.';


--
-- Name: COLUMN daily_queue_metrics.computed_at; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.daily_queue_metrics.computed_at IS 'Momento del cálculo.';


--
-- Name: metric_definitions; Type: TABLE; Schema: metrics; Owner: postgres
--

CREATE TABLE metrics.metric_definitions (
    id bigint NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    higher_is_better boolean DEFAULT true NOT NULL,
    CONSTRAINT ck_metric_definitions_unit CHECK ((unit = ANY (ARRAY['count'::text, 'seconds'::text, 'ratio'::text])))
);


ALTER TABLE metrics.metric_definitions OWNER TO postgres;

--
-- Name: TABLE metric_definitions; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON TABLE metrics.metric_definitions IS 'Catálogo de métricas.';


--
-- Name: COLUMN metric_definitions.id; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.metric_definitions.id IS 'Identificador de la métrica.';


--
-- Name: COLUMN metric_definitions.code; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.metric_definitions.code IS 'Código único.';


--
-- Name: COLUMN metric_definitions.name; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.metric_definitions.name IS 'Nombre visible.';


--
-- Name: COLUMN metric_definitions.unit; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.metric_definitions.unit IS 'count, seconds o ratio.';


--
-- Name: COLUMN metric_definitions.description; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.metric_definitions.description IS 'Cómo se calcula.';


--
-- Name: COLUMN metric_definitions.higher_is_better; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.metric_definitions.higher_is_better IS 'Si un valor mayor es mejor.';


--
-- Name: metric_definitions_id_seq; Type: SEQUENCE; Schema: metrics; Owner: postgres
--

ALTER TABLE metrics.metric_definitions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME metrics.metric_definitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: v_hourly_call_volume; Type: MATERIALIZED VIEW; Schema: metrics; Owner: postgres
--

CREATE MATERIALIZED VIEW metrics.v_hourly_call_volume AS
 SELECT calls.queue_id,
    date_trunc('hour'::text, calls.started_at, 'UTC'::text) AS hour_start,
    count(*) AS call_count,
    count(*) FILTER (WHERE (calls.answered_at IS NULL)) AS abandoned_count
   FROM analytics.calls
  GROUP BY calls.queue_id, (date_trunc('hour'::text, calls.started_at, 'UTC'::text))
  WITH NO DATA;


ALTER TABLE metrics.v_hourly_call_volume OWNER TO postgres;

--
-- Name: MATERIALIZED VIEW v_hourly_call_volume; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON MATERIALIZED VIEW metrics.v_hourly_call_volume IS 'Llamadas y abandonos por cola y hora.';


--
-- Name: COLUMN v_hourly_call_volume.queue_id; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.v_hourly_call_volume.queue_id IS 'Cola.';


--
-- Name: COLUMN v_hourly_call_volume.hour_start; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.v_hourly_call_volume.hour_start IS 'Inicio de la hora.';


--
-- Name: COLUMN v_hourly_call_volume.call_count; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.v_hourly_call_volume.call_count IS 'Llamadas de la hora.';


--
-- Name: COLUMN v_hourly_call_volume.abandoned_count; Type: COMMENT; Schema: metrics; Owner: postgres
--

COMMENT ON COLUMN metrics.v_hourly_call_volume.abandoned_count IS 'Llamadas sin atender de la hora.';


--
-- Name: flyway_schema_history; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


ALTER TABLE public.flyway_schema_history OWNER TO postgres;

--
-- Name: export_audit; Type: TABLE; Schema: reports; Owner: postgres
--

CREATE TABLE reports.export_audit (
    id bigint NOT NULL,
    run_id bigint NOT NULL,
    user_id bigint NOT NULL,
    client_ip inet NOT NULL,
    format text NOT NULL,
    row_count bigint NOT NULL,
    exported_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT ck_export_audit_format CHECK ((format = ANY (ARRAY['csv'::text, 'xlsx'::text, 'pdf'::text])))
);


ALTER TABLE reports.export_audit OWNER TO postgres;

--
-- Name: TABLE export_audit; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON TABLE reports.export_audit IS 'Auditoría de exportaciones: solo se añade, nunca se cambia ni se borra.';


--
-- Name: COLUMN export_audit.id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.id IS 'Identificador del asiento.';


--
-- Name: COLUMN export_audit.run_id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.run_id IS 'Ejecución exportada; sin clave foránea a propósito.';


--
-- Name: COLUMN export_audit.user_id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.user_id IS 'Quién exportó (users_user.id en MySQL); relación lógica.';


--
-- Name: COLUMN export_audit.client_ip; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.client_ip IS 'Dirección de origen.';


--
-- Name: COLUMN export_audit.format; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.format IS 'Formato del fichero.';


--
-- Name: COLUMN export_audit.row_count; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.row_count IS 'Filas exportadas.';


--
-- Name: COLUMN export_audit.exported_at; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.export_audit.exported_at IS 'Momento de la exportación.';


--
-- Name: export_audit_id_seq; Type: SEQUENCE; Schema: reports; Owner: postgres
--

ALTER TABLE reports.export_audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME reports.export_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: report_definitions; Type: TABLE; Schema: reports; Owner: postgres
--

CREATE TABLE reports.report_definitions (
    id bigint NOT NULL,
    code text NOT NULL,
    title text NOT NULL,
    owner_user_id bigint NOT NULL,
    parameters jsonb DEFAULT '{}'::jsonb NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE reports.report_definitions OWNER TO postgres;

--
-- Name: TABLE report_definitions; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON TABLE reports.report_definitions IS 'Reportes que se pueden pedir.';


--
-- Name: COLUMN report_definitions.id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.id IS 'Identificador del reporte.';


--
-- Name: COLUMN report_definitions.code; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.code IS 'Código único del reporte.';


--
-- Name: COLUMN report_definitions.title; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.title IS 'Título visible.';


--
-- Name: COLUMN report_definitions.owner_user_id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.owner_user_id IS 'Responsable (users_user.id en MySQL); relación lógica.';


--
-- Name: COLUMN report_definitions.parameters; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.parameters IS 'Parámetros y sus valores por omisión.';


--
-- Name: COLUMN report_definitions.is_active; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.is_active IS 'Si el reporte se ofrece.';


--
-- Name: COLUMN report_definitions.created_at; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.created_at IS 'Momento del alta.';


--
-- Name: COLUMN report_definitions.updated_at; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_definitions.updated_at IS 'Momento del último cambio.';


--
-- Name: report_definitions_id_seq; Type: SEQUENCE; Schema: reports; Owner: postgres
--

ALTER TABLE reports.report_definitions ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME reports.report_definitions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: report_runs; Type: TABLE; Schema: reports; Owner: postgres
--

CREATE TABLE reports.report_runs (
    id bigint NOT NULL,
    definition_id bigint NOT NULL,
    requested_by_user_id bigint NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    arguments jsonb DEFAULT '{}'::jsonb NOT NULL,
    row_count bigint,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    CONSTRAINT ck_report_runs_status CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text])))
);


ALTER TABLE reports.report_runs OWNER TO postgres;

--
-- Name: TABLE report_runs; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON TABLE reports.report_runs IS 'Ejecuciones de cada reporte.';


--
-- Name: COLUMN report_runs.id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.id IS 'Identificador de la ejecución.';


--
-- Name: COLUMN report_runs.definition_id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.definition_id IS 'Reporte ejecutado.';


--
-- Name: COLUMN report_runs.requested_by_user_id; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.requested_by_user_id IS 'Quién lo pidió (users_user.id en MySQL); relación lógica.';


--
-- Name: COLUMN report_runs.status; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.status IS 'queued, running, succeeded o failed.';


--
-- Name: COLUMN report_runs.arguments; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.arguments IS 'Valores de los parámetros.';


--
-- Name: COLUMN report_runs.row_count; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.row_count IS 'Filas producidas.';


--
-- Name: COLUMN report_runs.requested_at; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.requested_at IS 'Momento de la petición.';


--
-- Name: COLUMN report_runs.finished_at; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON COLUMN reports.report_runs.finished_at IS 'Fin de la ejecución; vacío si sigue.';


--
-- Name: report_runs_id_seq; Type: SEQUENCE; Schema: reports; Owner: postgres
--

ALTER TABLE reports.report_runs ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME reports.report_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: v_agent_daily_summary; Type: VIEW; Schema: reports; Owner: postgres
--

CREATE VIEW reports.v_agent_daily_summary AS
 SELECT agents.id AS agent_id,
    agents.full_name,
    ((call_segments.started_at AT TIME ZONE 'UTC'::text))::date AS day,
    count(*) AS segment_count,
    sum(call_segments.talk_seconds) AS talk_seconds,
    sum(call_segments.hold_seconds) AS hold_seconds
   FROM (analytics.call_segments
     JOIN analytics.agents ON ((agents.id = call_segments.agent_id)))
  GROUP BY agents.id, agents.full_name, (((call_segments.started_at AT TIME ZONE 'UTC'::text))::date);


ALTER TABLE reports.v_agent_daily_summary OWNER TO postgres;

--
-- Name: VIEW v_agent_daily_summary; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON VIEW reports.v_agent_daily_summary IS 'Tramos, conversación y espera de cada agente por día.';


--
-- Name: v_call_details; Type: VIEW; Schema: reports; Owner: postgres
--

CREATE VIEW reports.v_call_details AS
 SELECT calls.id AS call_id,
    calls.call_uid,
    queues.code AS queue_code,
    calls.direction,
    calls.started_at,
    calls.answered_at,
    calls.ended_at,
    EXTRACT(epoch FROM (calls.answered_at - calls.started_at)) AS wait_seconds
   FROM (analytics.calls
     JOIN analytics.queues ON ((queues.id = calls.queue_id)));


ALTER TABLE reports.v_call_details OWNER TO postgres;

--
-- Name: VIEW v_call_details; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON VIEW reports.v_call_details IS 'Llamadas con su cola y su espera.';


--
-- Data for Name: agents; Type: TABLE DATA; Schema: analytics; Owner: postgres
--

COPY analytics.agents (id, user_id, extension, full_name, hired_on, is_active, created_at) FROM stdin;
1	1	1001	Ana	\N	t	2026-11-22 16:50:38.021751+00
\.


--
-- Data for Name: call_segments; Type: TABLE DATA; Schema: analytics; Owner: postgres
--

COPY analytics.call_segments (id, call_id, agent_id, queue_id, "position", talk_seconds, hold_seconds, started_at) FROM stdin;
\.


--
-- Data for Name: calls; Type: TABLE DATA; Schema: analytics; Owner: postgres
--

COPY analytics.calls (id, call_uid, queue_id, caller_number, direction, started_at, answered_at, ended_at, attributes, etl_run_id) FROM stdin;
1	7f1c1c50-0c1f-4a3e-9c65-0d1f6f6d2a11	1	5550001	inbound	2026-11-20 10:00:00+00	2026-11-20 10:00:12+00	2026-11-20 10:05:00+00	{}	\N
\.


--
-- Data for Name: etl_runs; Type: TABLE DATA; Schema: analytics; Owner: postgres
--

COPY analytics.etl_runs (id, source, status, window_start, window_end, rows_read, rows_loaded, error_detail, started_at, finished_at) FROM stdin;
\.


--
-- Data for Name: queues; Type: TABLE DATA; Schema: analytics; Owner: postgres
--

COPY analytics.queues (id, code, name, service_level_seconds, is_active, created_at) FROM stdin;
1	support	Atención	20	t	2026-11-22 16:50:38.020088+00
2	sales	Ventas	20	t	2026-11-22 16:50:38.020088+00
\.


--
-- Data for Name: daily_queue_metrics; Type: TABLE DATA; Schema: metrics; Owner: postgres
--

COPY metrics.daily_queue_metrics (metric_id, queue_id, day, value, computed_at) FROM stdin;
\.


--
-- Data for Name: metric_definitions; Type: TABLE DATA; Schema: metrics; Owner: postgres
--

COPY metrics.metric_definitions (id, code, name, unit, description, higher_is_better) FROM stdin;
1	calls_received	Llamadas recibidas	count	Llamadas entrantes del día.	t
2	calls_abandoned	Llamadas abandonadas	count	Llamadas entrantes que nadie atendió.	f
3	average_wait	Espera media	seconds	Segundos hasta que se atiende.	f
4	service_level	Nivel de servicio	ratio	Parte atendida dentro del plazo de la cola.	t
\.


--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, installed_on, execution_time, success) FROM stdin;
1	1	create schemas and roles	SQL	V1__create_schemas_and_roles.sql	902944102	postgres	2026-11-22 16:49:27.522755	7	t
2	2	create queues and agents	SQL	V2__create_queues_and_agents.sql	737613747	postgres	2026-11-22 16:49:27.552607	8	t
3	3	create calls	SQL	V3__create_calls.sql	-738303899	postgres	2026-11-22 16:49:27.573493	10	t
4	4	create etl runs	SQL	V4__create_etl_runs.sql	1307976122	postgres	2026-11-22 16:49:27.591787	6	t
5	5	create report tables	SQL	V5__create_report_tables.sql	774164755	postgres	2026-11-22 16:49:27.60471	11	t
6	6	create metric tables	SQL	V6__create_metric_tables.sql	-872759430	postgres	2026-11-22 16:49:27.622691	11	t
7	7	touch report definitions	SQL	V7__touch_report_definitions.sql	977243212	postgres	2026-11-22 16:49:27.640834	2	t
8	8	seed metric definitions	SQL	V8__seed_metric_definitions.sql	635314110	postgres	2026-11-22 16:49:27.647035	8	t
9	9	create hourly call volume	SQL	V9__create_hourly_call_volume.sql	1543564037	postgres	2026-11-22 16:49:27.662482	7	t
10	\N	fn service level	SQL	R__fn_service_level.sql	2096752934	postgres	2026-11-22 16:49:27.675226	5	t
11	\N	v agent daily summary	SQL	R__v_agent_daily_summary.sql	-391872549	postgres	2026-11-22 16:49:27.685875	5	t
12	\N	v call details	SQL	R__v_call_details.sql	1448253481	postgres	2026-11-22 16:49:27.697111	4	t
\.


--
-- Data for Name: export_audit; Type: TABLE DATA; Schema: reports; Owner: postgres
--

COPY reports.export_audit (id, run_id, user_id, client_ip, format, row_count, exported_at) FROM stdin;
1	1	1	10.0.0.1	csv	1	2026-11-22 16:50:38.023185+00
\.


--
-- Data for Name: report_definitions; Type: TABLE DATA; Schema: reports; Owner: postgres
--

COPY reports.report_definitions (id, code, title, owner_user_id, parameters, is_active, created_at, updated_at) FROM stdin;
\.


--
-- Data for Name: report_runs; Type: TABLE DATA; Schema: reports; Owner: postgres
--

COPY reports.report_runs (id, definition_id, requested_by_user_id, status, arguments, row_count, requested_at, finished_at) FROM stdin;
\.


--
-- Name: agents_id_seq; Type: SEQUENCE SET; Schema: analytics; Owner: postgres
--

SELECT pg_catalog.setval('analytics.agents_id_seq', 1, true);


--
-- Name: call_segments_id_seq; Type: SEQUENCE SET; Schema: analytics; Owner: postgres
--

SELECT pg_catalog.setval('analytics.call_segments_id_seq', 1, false);


--
-- Name: calls_id_seq; Type: SEQUENCE SET; Schema: analytics; Owner: postgres
--

SELECT pg_catalog.setval('analytics.calls_id_seq', 1, true);


--
-- Name: etl_runs_id_seq; Type: SEQUENCE SET; Schema: analytics; Owner: postgres
--

SELECT pg_catalog.setval('analytics.etl_runs_id_seq', 1, false);


--
-- Name: queues_id_seq; Type: SEQUENCE SET; Schema: analytics; Owner: postgres
--

SELECT pg_catalog.setval('analytics.queues_id_seq', 2, true);


--
-- Name: metric_definitions_id_seq; Type: SEQUENCE SET; Schema: metrics; Owner: postgres
--

SELECT pg_catalog.setval('metrics.metric_definitions_id_seq', 4, true);


--
-- Name: export_audit_id_seq; Type: SEQUENCE SET; Schema: reports; Owner: postgres
--

SELECT pg_catalog.setval('reports.export_audit_id_seq', 1, true);


--
-- Name: report_definitions_id_seq; Type: SEQUENCE SET; Schema: reports; Owner: postgres
--

SELECT pg_catalog.setval('reports.report_definitions_id_seq', 1, false);


--
-- Name: report_runs_id_seq; Type: SEQUENCE SET; Schema: reports; Owner: postgres
--

SELECT pg_catalog.setval('reports.report_runs_id_seq', 1, false);


--
-- Name: agents pk_agents; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.agents
    ADD CONSTRAINT pk_agents PRIMARY KEY (id);


--
-- Name: call_segments pk_call_segments; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.call_segments
    ADD CONSTRAINT pk_call_segments PRIMARY KEY (id);


--
-- Name: calls pk_calls; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.calls
    ADD CONSTRAINT pk_calls PRIMARY KEY (id);


--
-- Name: etl_runs pk_etl_runs; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.etl_runs
    ADD CONSTRAINT pk_etl_runs PRIMARY KEY (id);


--
-- Name: queues pk_queues; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.queues
    ADD CONSTRAINT pk_queues PRIMARY KEY (id);


--
-- Name: agents uk_agents_extension; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.agents
    ADD CONSTRAINT uk_agents_extension UNIQUE (extension);


--
-- Name: agents uk_agents_user_id; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.agents
    ADD CONSTRAINT uk_agents_user_id UNIQUE (user_id);


--
-- Name: call_segments uk_call_segments_call_id_position; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.call_segments
    ADD CONSTRAINT uk_call_segments_call_id_position UNIQUE (call_id, "position");


--
-- Name: calls uk_calls_call_uid; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.calls
    ADD CONSTRAINT uk_calls_call_uid UNIQUE (call_uid);


--
-- Name: etl_runs uk_etl_runs_source_window_start; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.etl_runs
    ADD CONSTRAINT uk_etl_runs_source_window_start UNIQUE (source, window_start);


--
-- Name: queues uk_queues_code; Type: CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.queues
    ADD CONSTRAINT uk_queues_code UNIQUE (code);


--
-- Name: daily_queue_metrics pk_daily_queue_metrics; Type: CONSTRAINT; Schema: metrics; Owner: postgres
--

ALTER TABLE ONLY metrics.daily_queue_metrics
    ADD CONSTRAINT pk_daily_queue_metrics PRIMARY KEY (metric_id, queue_id, day);


--
-- Name: metric_definitions pk_metric_definitions; Type: CONSTRAINT; Schema: metrics; Owner: postgres
--

ALTER TABLE ONLY metrics.metric_definitions
    ADD CONSTRAINT pk_metric_definitions PRIMARY KEY (id);


--
-- Name: metric_definitions uk_metric_definitions_code; Type: CONSTRAINT; Schema: metrics; Owner: postgres
--

ALTER TABLE ONLY metrics.metric_definitions
    ADD CONSTRAINT uk_metric_definitions_code UNIQUE (code);


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: export_audit pk_export_audit; Type: CONSTRAINT; Schema: reports; Owner: postgres
--

ALTER TABLE ONLY reports.export_audit
    ADD CONSTRAINT pk_export_audit PRIMARY KEY (id);


--
-- Name: report_definitions pk_report_definitions; Type: CONSTRAINT; Schema: reports; Owner: postgres
--

ALTER TABLE ONLY reports.report_definitions
    ADD CONSTRAINT pk_report_definitions PRIMARY KEY (id);


--
-- Name: report_runs pk_report_runs; Type: CONSTRAINT; Schema: reports; Owner: postgres
--

ALTER TABLE ONLY reports.report_runs
    ADD CONSTRAINT pk_report_runs PRIMARY KEY (id);


--
-- Name: report_definitions uk_report_definitions_code; Type: CONSTRAINT; Schema: reports; Owner: postgres
--

ALTER TABLE ONLY reports.report_definitions
    ADD CONSTRAINT uk_report_definitions_code UNIQUE (code);


--
-- Name: analytics_call_segments_agent_id_idx; Type: INDEX; Schema: analytics; Owner: postgres
--

CREATE INDEX analytics_call_segments_agent_id_idx ON analytics.call_segments USING btree (agent_id);


--
-- Name: analytics_call_segments_queue_id_idx; Type: INDEX; Schema: analytics; Owner: postgres
--

CREATE INDEX analytics_call_segments_queue_id_idx ON analytics.call_segments USING btree (queue_id);


--
-- Name: analytics_calls_etl_run_id_idx; Type: INDEX; Schema: analytics; Owner: postgres
--

CREATE INDEX analytics_calls_etl_run_id_idx ON analytics.calls USING btree (etl_run_id);


--
-- Name: analytics_calls_queue_id_idx; Type: INDEX; Schema: analytics; Owner: postgres
--

CREATE INDEX analytics_calls_queue_id_idx ON analytics.calls USING btree (queue_id);


--
-- Name: analytics_calls_started_at_idx; Type: INDEX; Schema: analytics; Owner: postgres
--

CREATE INDEX analytics_calls_started_at_idx ON analytics.calls USING btree (started_at DESC);


--
-- Name: metrics_daily_queue_metrics_queue_id_day_idx; Type: INDEX; Schema: metrics; Owner: postgres
--

CREATE INDEX metrics_daily_queue_metrics_queue_id_day_idx ON metrics.daily_queue_metrics USING btree (queue_id, day DESC);


--
-- Name: metrics_v_hourly_call_volume_queue_id_hour_start_idx; Type: INDEX; Schema: metrics; Owner: postgres
--

CREATE UNIQUE INDEX metrics_v_hourly_call_volume_queue_id_hour_start_idx ON metrics.v_hourly_call_volume USING btree (queue_id, hour_start);


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);


--
-- Name: reports_export_audit_user_id_exported_at_idx; Type: INDEX; Schema: reports; Owner: postgres
--

CREATE INDEX reports_export_audit_user_id_exported_at_idx ON reports.export_audit USING btree (user_id, exported_at DESC);


--
-- Name: reports_report_runs_definition_id_idx; Type: INDEX; Schema: reports; Owner: postgres
--

CREATE INDEX reports_report_runs_definition_id_idx ON reports.report_runs USING btree (definition_id);


--
-- Name: reports_report_runs_pending_idx; Type: INDEX; Schema: reports; Owner: postgres
--

CREATE INDEX reports_report_runs_pending_idx ON reports.report_runs USING btree (requested_at) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));


--
-- Name: export_audit trg_export_audit_refuse_change; Type: TRIGGER; Schema: reports; Owner: postgres
--

CREATE TRIGGER trg_export_audit_refuse_change BEFORE DELETE OR UPDATE ON reports.export_audit FOR EACH ROW EXECUTE FUNCTION reports.fn_refuse_audit_change();


--
-- Name: TRIGGER trg_export_audit_refuse_change ON export_audit; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON TRIGGER trg_export_audit_refuse_change ON reports.export_audit IS 'Impide cambiar o borrar asientos.';


--
-- Name: export_audit trg_export_audit_refuse_truncate; Type: TRIGGER; Schema: reports; Owner: postgres
--

CREATE TRIGGER trg_export_audit_refuse_truncate BEFORE TRUNCATE ON reports.export_audit FOR EACH STATEMENT EXECUTE FUNCTION reports.fn_refuse_audit_change();


--
-- Name: TRIGGER trg_export_audit_refuse_truncate ON export_audit; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON TRIGGER trg_export_audit_refuse_truncate ON reports.export_audit IS 'Impide vaciar la auditoría.';


--
-- Name: report_definitions trg_report_definitions_touch_updated_at; Type: TRIGGER; Schema: reports; Owner: postgres
--

CREATE TRIGGER trg_report_definitions_touch_updated_at BEFORE UPDATE ON reports.report_definitions FOR EACH ROW EXECUTE FUNCTION reports.fn_touch_updated_at();


--
-- Name: TRIGGER trg_report_definitions_touch_updated_at ON report_definitions; Type: COMMENT; Schema: reports; Owner: postgres
--

COMMENT ON TRIGGER trg_report_definitions_touch_updated_at ON reports.report_definitions IS 'Mantiene updated_at.';


--
-- Name: call_segments fk_call_segments_agent; Type: FK CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.call_segments
    ADD CONSTRAINT fk_call_segments_agent FOREIGN KEY (agent_id) REFERENCES analytics.agents(id);


--
-- Name: call_segments fk_call_segments_call; Type: FK CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.call_segments
    ADD CONSTRAINT fk_call_segments_call FOREIGN KEY (call_id) REFERENCES analytics.calls(id);


--
-- Name: call_segments fk_call_segments_queue; Type: FK CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.call_segments
    ADD CONSTRAINT fk_call_segments_queue FOREIGN KEY (queue_id) REFERENCES analytics.queues(id);


--
-- Name: calls fk_calls_etl_run; Type: FK CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.calls
    ADD CONSTRAINT fk_calls_etl_run FOREIGN KEY (etl_run_id) REFERENCES analytics.etl_runs(id);


--
-- Name: calls fk_calls_queue; Type: FK CONSTRAINT; Schema: analytics; Owner: postgres
--

ALTER TABLE ONLY analytics.calls
    ADD CONSTRAINT fk_calls_queue FOREIGN KEY (queue_id) REFERENCES analytics.queues(id);


--
-- Name: daily_queue_metrics fk_daily_queue_metrics_metric; Type: FK CONSTRAINT; Schema: metrics; Owner: postgres
--

ALTER TABLE ONLY metrics.daily_queue_metrics
    ADD CONSTRAINT fk_daily_queue_metrics_metric FOREIGN KEY (metric_id) REFERENCES metrics.metric_definitions(id);


--
-- Name: daily_queue_metrics fk_daily_queue_metrics_queue; Type: FK CONSTRAINT; Schema: metrics; Owner: postgres
--

ALTER TABLE ONLY metrics.daily_queue_metrics
    ADD CONSTRAINT fk_daily_queue_metrics_queue FOREIGN KEY (queue_id) REFERENCES analytics.queues(id);


--
-- Name: report_runs fk_report_runs_definition; Type: FK CONSTRAINT; Schema: reports; Owner: postgres
--

ALTER TABLE ONLY reports.report_runs
    ADD CONSTRAINT fk_report_runs_definition FOREIGN KEY (definition_id) REFERENCES reports.report_definitions(id);


--
-- Name: SCHEMA analytics; Type: ACL; Schema: -; Owner: postgres
--

GRANT USAGE ON SCHEMA analytics TO iact_analytics_app;
GRANT USAGE ON SCHEMA analytics TO iact_analytics_reader;


--
-- Name: SCHEMA metrics; Type: ACL; Schema: -; Owner: postgres
--

GRANT USAGE ON SCHEMA metrics TO iact_analytics_app;
GRANT USAGE ON SCHEMA metrics TO iact_analytics_reader;


--
-- Name: SCHEMA reports; Type: ACL; Schema: -; Owner: postgres
--

GRANT USAGE ON SCHEMA reports TO iact_analytics_app;
GRANT USAGE ON SCHEMA reports TO iact_analytics_reader;


--
-- Name: FUNCTION fn_service_level(p_queue_id bigint, p_day date); Type: ACL; Schema: metrics; Owner: postgres
--

REVOKE ALL ON FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) TO iact_analytics_app;
GRANT ALL ON FUNCTION metrics.fn_service_level(p_queue_id bigint, p_day date) TO iact_analytics_reader;


--
-- Name: FUNCTION fn_refuse_audit_change(); Type: ACL; Schema: reports; Owner: postgres
--

REVOKE ALL ON FUNCTION reports.fn_refuse_audit_change() FROM PUBLIC;


--
-- Name: FUNCTION fn_touch_updated_at(); Type: ACL; Schema: reports; Owner: postgres
--

REVOKE ALL ON FUNCTION reports.fn_touch_updated_at() FROM PUBLIC;


--
-- Name: TABLE agents; Type: ACL; Schema: analytics; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE analytics.agents TO iact_analytics_app;
GRANT SELECT ON TABLE analytics.agents TO iact_analytics_reader;


--
-- Name: TABLE call_segments; Type: ACL; Schema: analytics; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE analytics.call_segments TO iact_analytics_app;
GRANT SELECT ON TABLE analytics.call_segments TO iact_analytics_reader;


--
-- Name: TABLE calls; Type: ACL; Schema: analytics; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE analytics.calls TO iact_analytics_app;
GRANT SELECT ON TABLE analytics.calls TO iact_analytics_reader;


--
-- Name: TABLE etl_runs; Type: ACL; Schema: analytics; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE analytics.etl_runs TO iact_analytics_app;
GRANT SELECT ON TABLE analytics.etl_runs TO iact_analytics_reader;


--
-- Name: TABLE queues; Type: ACL; Schema: analytics; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE analytics.queues TO iact_analytics_app;
GRANT SELECT ON TABLE analytics.queues TO iact_analytics_reader;


--
-- Name: TABLE daily_queue_metrics; Type: ACL; Schema: metrics; Owner: postgres
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE metrics.daily_queue_metrics TO iact_analytics_app;
GRANT SELECT ON TABLE metrics.daily_queue_metrics TO iact_analytics_reader;


--
-- Name: TABLE metric_definitions; Type: ACL; Schema: metrics; Owner: postgres
--

GRANT SELECT ON TABLE metrics.metric_definitions TO iact_analytics_app;
GRANT SELECT ON TABLE metrics.metric_definitions TO iact_analytics_reader;


--
-- Name: TABLE v_hourly_call_volume; Type: ACL; Schema: metrics; Owner: postgres
--

GRANT SELECT ON TABLE metrics.v_hourly_call_volume TO iact_analytics_app;
GRANT SELECT ON TABLE metrics.v_hourly_call_volume TO iact_analytics_reader;


--
-- Name: TABLE export_audit; Type: ACL; Schema: reports; Owner: postgres
--

GRANT SELECT,INSERT ON TABLE reports.export_audit TO iact_analytics_app;
GRANT SELECT ON TABLE reports.export_audit TO iact_analytics_reader;


--
-- Name: TABLE report_definitions; Type: ACL; Schema: reports; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE reports.report_definitions TO iact_analytics_app;
GRANT SELECT ON TABLE reports.report_definitions TO iact_analytics_reader;


--
-- Name: TABLE report_runs; Type: ACL; Schema: reports; Owner: postgres
--

GRANT SELECT,INSERT,UPDATE ON TABLE reports.report_runs TO iact_analytics_app;
GRANT SELECT ON TABLE reports.report_runs TO iact_analytics_reader;


--
-- Name: TABLE v_agent_daily_summary; Type: ACL; Schema: reports; Owner: postgres
--

GRANT SELECT ON TABLE reports.v_agent_daily_summary TO iact_analytics_app;
GRANT SELECT ON TABLE reports.v_agent_daily_summary TO iact_analytics_reader;


--
-- Name: TABLE v_call_details; Type: ACL; Schema: reports; Owner: postgres
--

GRANT SELECT ON TABLE reports.v_call_details TO iact_analytics_app;
GRANT SELECT ON TABLE reports.v_call_details TO iact_analytics_reader;


--
-- PostgreSQL database dump complete
--

\unrestrict HhIwFXnXTtX4Ykrc0RSc6nkZjyaLi0itwKmYz4aa7if98V4grkBwVODysazTRYq

