-- Crea los esquemas de la analítica y los papeles que los usan.
-- Por qué: la aplicación escribe, los tableros solo leen y nadie más entra.
-- Los papeles son de todo el servidor, por eso se crean solo si faltan.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'iact_analytics_app') THEN
    CREATE ROLE iact_analytics_app NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'iact_analytics_reader') THEN
    CREATE ROLE iact_analytics_reader NOLOGIN;
  END IF;
END
$$;

CREATE SCHEMA analytics;
COMMENT ON SCHEMA analytics IS 'Llamadas, agentes, colas y cargas ETL.';
CREATE SCHEMA reports;
COMMENT ON SCHEMA reports IS 'Definición, ejecución y auditoría de reportes.';
CREATE SCHEMA metrics;
COMMENT ON SCHEMA metrics IS 'Métricas agregadas por día y cola.';

GRANT USAGE ON SCHEMA analytics, reports, metrics TO iact_analytics_app, iact_analytics_reader;
