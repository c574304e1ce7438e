-- Añade el resultado de la llamada.
-- Por qué: calidad clasifica las llamadas y filtra las que piden seguimiento.

ALTER TABLE analytics.calls ADD COLUMN disposition text NOT NULL DEFAULT 'unknown';
COMMENT ON COLUMN analytics.calls.disposition IS 'Resultado: unknown, resolved, transferred, abandoned o follow_up.';
ALTER TABLE analytics.calls
  ADD CONSTRAINT ck_calls_disposition
  CHECK (disposition IN ('unknown', 'resolved', 'transferred', 'abandoned', 'follow_up'));
CREATE INDEX analytics_calls_follow_up_idx ON analytics.calls (started_at) WHERE disposition = 'follow_up';
