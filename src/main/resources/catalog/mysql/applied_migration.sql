-- plural: applied_migrations
-- about: Migrations that were applied, as the tool's own table of history says: Django's django_migrations, Flyway's flyway_schema_history. Without that table there are none; of several rows for one migration the last one counts.
-- parent: table
-- path: schema, table, migration
-- impact: missing=operational unexpected=operational
-- each: django_migrations
-- denied: the account may not read the history of migrations; plumbline grants prints what it needs
-- attributes:
--   tool         text  definition          django or flyway.
--   app          text  definition          Django: the app's label, which also stands before the dot in the path.
--   version      text  definition          Flyway: as in the file's name; nothing for a repeatable one.
--   description  text  definition          Flyway: what the file's name says.
--   script_type  text  definition          Flyway: SQL, JDBC; SCHEMA and BASELINE for rows that stand for no file.
--   checksum     text  state               Flyway: its CRC32 of the file as it was applied.
--   success      bool  state        =true
--   undone       bool  state        =false  Flyway: whether a later row takes it back.
--   applied_at   text  context             ISO 8601. A sandbox's is left out, for it says when we ran it.
--   position     int   identity            The tool's own number of the row: later ones are greater.
select ${schema} as `schema`, 'django_migrations' as `table`,
       convert(concat(h.app, '.', h.name) using utf8mb4) collate utf8mb4_bin as migration,
       'django' as tool, convert(h.app using utf8mb4) collate utf8mb4_bin as app,
       date_format(h.applied, '%Y-%m-%dT%H:%i:%sZ') as applied_at, h.id as position
  from ${table} h
