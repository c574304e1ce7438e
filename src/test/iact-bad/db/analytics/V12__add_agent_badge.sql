-- EJEMPLO MALO (bad-flyway-undo-incomplete): U12 no deshace todo esto.

ALTER TABLE analytics.agents ADD COLUMN badge text;
COMMENT ON COLUMN analytics.agents.badge IS 'Número de gafete.';
CREATE INDEX analytics_agents_badge_idx ON analytics.agents (badge);
GRANT DELETE ON analytics.agents TO iact_analytics_app;
