-- An account with which Plumbline sees everything it reads of this database, and can neither write nor see a row,
-- but for those in which migration tools note what they applied.
-- Run it as a superuser; then give the account its password, in psql with: \password ${account}
CREATE ROLE ${account} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Lets it in, where CONNECT was taken from PUBLIC. The catalogue itself is open to everyone who is in.
GRANT CONNECT ON DATABASE ${database} TO ${account};

-- Kind setting: the values that only superusers see otherwise, such as shared_preload_libraries.
GRANT pg_read_all_settings TO ${account};

-- Kind applied_migration: the tables of history of Django and Flyway, and no other table. It finds those that are there
-- when it is run; run this statement again after a tool has made a new one.
DO $${tag}$
DECLARE
  history record;
BEGIN
  FOR history IN
    SELECT n.nspname, c.relname
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relname IN ('django_migrations', 'flyway_schema_history') AND c.relkind IN ('r', 'p')
  LOOP
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', history.nspname, $${tag}_account$${name}$${tag}_account$);
    EXECUTE format('GRANT SELECT ON TABLE %I.%I TO %I', history.nspname, history.relname,
      $${tag}_account$${name}$${tag}_account$);
  END LOOP;
END
$${tag}$;

-- No privilege but superuser shows the options of user mappings: if there are any, the coverage of user_mapping says so.
