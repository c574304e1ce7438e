-- Crea las llamadas y sus tramos.
-- Por qué: una llamada pasa por varias colas y agentes; cada paso es un tramo.

CREATE TABLE analytics.calls (
  id bigint GENERATED ALWAYS AS IDENTITY,
  call_uid uuid NOT NULL,
  queue_id bigint NOT NULL,
  caller_number text NOT NULL,
  direction text NOT NULL DEFAULT 'inbound',
  started_at timestamp with time zone NOT NULL,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  attributes jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT pk_calls PRIMARY KEY (id),
  CONSTRAINT uk_calls_call_uid UNIQUE (call_uid),
  CONSTRAINT fk_calls_queue FOREIGN KEY (queue_id) REFERENCES analytics.queues (id),
  CONSTRAINT ck_calls_direction CHECK (direction IN ('inbound', 'outbound')),
  CONSTRAINT ck_calls_ended_at CHECK (ended_at >= started_at)
);
CREATE INDEX analytics_calls_queue_id_idx ON analytics.calls (queue_id);
CREATE INDEX analytics_calls_started_at_idx ON analytics.calls (started_at DESC);
COMMENT ON TABLE analytics.calls IS 'Llamadas recibidas y emitidas.';
COMMENT ON COLUMN analytics.calls.id IS 'Identificador de la llamada.';
COMMENT ON COLUMN analytics.calls.call_uid IS 'Identificador que le dio el IVR.';
COMMENT ON COLUMN analytics.calls.queue_id IS 'Cola en la que entró.';
COMMENT ON COLUMN analytics.calls.caller_number IS 'Número que llama.';
COMMENT ON COLUMN analytics.calls.direction IS 'inbound si entra, outbound si sale.';
COMMENT ON COLUMN analytics.calls.started_at IS 'Inicio de la llamada.';
COMMENT ON COLUMN analytics.calls.answered_at IS 'Momento en que se atendió; vacío si se abandonó.';
COMMENT ON COLUMN analytics.calls.ended_at IS 'Fin de la llamada; vacío si sigue.';
COMMENT ON COLUMN analytics.calls.attributes IS 'Datos del IVR sin columna propia.';

CREATE TABLE analytics.call_segments (
  id bigint GENERATED ALWAYS AS IDENTITY,
  call_id bigint NOT NULL,
  agent_id bigint,
  queue_id bigint NOT NULL,
  position smallint NOT NULL,
  talk_seconds integer NOT NULL DEFAULT 0,
  hold_seconds integer NOT NULL DEFAULT 0,
  started_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_call_segments PRIMARY KEY (id),
  CONSTRAINT uk_call_segments_call_id_position UNIQUE (call_id, position),
  CONSTRAINT fk_call_segments_call FOREIGN KEY (call_id) REFERENCES analytics.calls (id),
  CONSTRAINT fk_call_segments_agent FOREIGN KEY (agent_id) REFERENCES analytics.agents (id),
  CONSTRAINT fk_call_segments_queue FOREIGN KEY (queue_id) REFERENCES analytics.queues (id),
  CONSTRAINT ck_call_segments_seconds CHECK (talk_seconds >= 0 AND hold_seconds >= 0)
);
CREATE INDEX analytics_call_segments_agent_id_idx ON analytics.call_segments (agent_id);
CREATE INDEX analytics_call_segments_queue_id_idx ON analytics.call_segments (queue_id);
COMMENT ON TABLE analytics.call_segments IS 'Tramos de una llamada: una cola y, si se atendió, un agente.';
COMMENT ON COLUMN analytics.call_segments.id IS 'Identificador del tramo.';
COMMENT ON COLUMN analytics.call_segments.call_id IS 'Llamada a la que pertenece.';
COMMENT ON COLUMN analytics.call_segments.agent_id IS 'Agente que atendió; vacío si nadie lo hizo.';
COMMENT ON COLUMN analytics.call_segments.queue_id IS 'Cola del tramo.';
COMMENT ON COLUMN analytics.call_segments.position IS 'Orden dentro de la llamada, desde 1.';
COMMENT ON COLUMN analytics.call_segments.talk_seconds IS 'Segundos de conversación.';
COMMENT ON COLUMN analytics.call_segments.hold_seconds IS 'Segundos en espera.';
COMMENT ON COLUMN analytics.call_segments.started_at IS 'Inicio del tramo.';

GRANT SELECT, INSERT, UPDATE ON analytics.calls, analytics.call_segments TO iact_analytics_app;
GRANT SELECT ON analytics.calls, analytics.call_segments TO iact_analytics_reader;
