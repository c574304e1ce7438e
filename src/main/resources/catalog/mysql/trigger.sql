-- plural: triggers
-- about: Triggers of tables, in the order in which they fire.
-- parent: table
-- path: schema, table, trigger
-- denied: triggers of tables without the TRIGGER privilege are hidden
-- attributes:
--   position              int   order               Rank; within one time and event it is the order of firing.
--   timing                text  definition          BEFORE or AFTER.
--   events                list  definition          INSERT, UPDATE or DELETE.
--   level                 text  definition  =ROW    The only one there is.
--   body                  text  definition          As it was written.
--   definer               text  privilege           user@host whose rights it uses.
--   sql_mode              text  definition          Under which it was created and runs.
--   character_set_client  text  definition          Under which it was parsed.
--   collation_connection  text  definition          Under which it was parsed.
--   database_collation    text  definition          Of the schema when it was created.
select :name(t.event_object_schema) as `schema`,
       t.event_object_table as `table`,
       t.trigger_name as `trigger`,
       field(concat(t.action_timing, ' ', substring_index(t.event_manipulation, ',', 1)), 'BEFORE INSERT', 'BEFORE UPDATE', 'BEFORE DELETE',
             'AFTER INSERT', 'AFTER UPDATE', 'AFTER DELETE') * 1000000 + t.action_order as position,
       t.action_timing as timing,
       concat('["', t.event_manipulation, '"]') as events,  -- [mysql | mariadb < 12]
       concat('["', replace(t.event_manipulation, ',', '","'), '"]') as events,  -- [mariadb >= 12]
       t.action_orientation as level,
       t.action_statement as body,
       :account(t.definer) as definer,
       t.sql_mode as sql_mode,
       :utf8(t.character_set_client) as character_set_client,
       :utf8(t.collation_connection) as collation_connection,
       :utf8(t.database_collation) as database_collation
  from information_schema.triggers t
 where :schemas(t.trigger_schema)
