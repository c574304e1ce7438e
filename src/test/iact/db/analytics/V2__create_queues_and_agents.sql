-- Crea las colas de atención y los agentes.
-- Por qué: son las dos dimensiones de toda métrica de llamadas.

CREATE TABLE analytics.queues (
  id bigint GENERATED ALWAYS AS IDENTITY,
  code text NOT NULL,
  name text NOT NULL,
  service_level_seconds integer NOT NULL DEFAULT 20,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pk_queues PRIMARY KEY (id),
  CONSTRAINT uk_queues_code UNIQUE (code),
  CONSTRAINT ck_queues_service_level_seconds CHECK (service_level_seconds > 0)
);
COMMENT ON TABLE analytics.queues IS 'Colas de atención del centro de llamadas.';
COMMENT ON COLUMN analytics.queues.id IS 'Identificador de la cola.';
COMMENT ON COLUMN analytics.queues.code IS 'Código único de la cola.';
COMMENT ON COLUMN analytics.queues.name IS 'Nombre visible.';
COMMENT ON COLUMN analytics.queues.service_level_seconds IS 'Segundos en que debe atenderse una llamada.';
COMMENT ON COLUMN analytics.queues.is_active IS 'Si la cola recibe llamadas.';
COMMENT ON COLUMN analytics.queues.created_at IS 'Momento del alta.';

CREATE TABLE analytics.agents (
  id bigint GENERATED ALWAYS AS IDENTITY,
  user_id bigint NOT NULL,
  extension text NOT NULL,
  full_name text NOT NULL,
  hired_on date,
  is_active boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT pk_agents PRIMARY KEY (id),
  CONSTRAINT uk_agents_user_id UNIQUE (user_id),
  CONSTRAINT uk_agents_extension UNIQUE (extension)
);
COMMENT ON TABLE analytics.agents IS 'Agentes que atienden llamadas.';
COMMENT ON COLUMN analytics.agents.id IS 'Identificador del agente.';
COMMENT ON COLUMN analytics.agents.user_id IS 'Usuario de MySQL (users_user.id); relación lógica entre motores.';
COMMENT ON COLUMN analytics.agents.extension IS 'Extensión telefónica.';
COMMENT ON COLUMN analytics.agents.full_name IS 'Nombre y apellidos al momento de la carga.';
COMMENT ON COLUMN analytics.agents.hired_on IS 'Fecha de contratación.';
COMMENT ON COLUMN analytics.agents.is_active IS 'Si el agente sigue en plantilla.';
COMMENT ON COLUMN analytics.agents.created_at IS 'Momento del alta.';

GRANT SELECT, INSERT, UPDATE ON analytics.queues, analytics.agents TO iact_analytics_app;
GRANT SELECT ON analytics.queues, analytics.agents TO iact_analytics_reader;
