-- EJEMPLO MALO (bad-flyway-missing-undo): no hay U11.

CREATE TABLE analytics.call_notes (
  id serial,
  call_id bigint REFERENCES analytics.calls (id) ON DELETE CASCADE,
  note varchar(255),
  written_at timestamp DEFAULT now()
);
