-- Deshace V1. Los papeles se quitan solo si ninguna otra base de datos los usa.

DROP SCHEMA metrics;
DROP SCHEMA reports;
DROP SCHEMA analytics;

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['iact_analytics_reader', 'iact_analytics_app'] LOOP
    BEGIN
      EXECUTE format('DROP ROLE IF EXISTS %I', role_name);
    EXCEPTION WHEN dependent_objects_still_exist THEN
      RAISE NOTICE 'El papel % sigue en uso en otra base de datos.', role_name;
    END;
  END LOOP;
END
$$;
