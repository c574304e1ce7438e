-- EJEMPLO MALO (bad-flyway-undo-incomplete): quita el índice, pero deja la columna y el permiso.

DROP INDEX analytics.analytics_agents_badge_idx;
