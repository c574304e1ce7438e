-- plural: events
-- about: Events of the scheduler.
-- parent: schema
-- path: schema, event
-- denied: events of schemas without the EVENT privilege are hidden
-- attributes:
--   status                text  state                ENABLED, DISABLED or, on a replica, SLAVESIDE_DISABLED.
--   event_type            text  definition           RECURRING or ONE TIME.
--   execute_at            text  definition           When a one-time event runs, in its time zone.
--   interval              text  definition           For instance 1 DAY.
--   starts                text  definition           In its time zone.
--   ends                  text  definition           In its time zone.
--   time_zone             text  definition  =SYSTEM  Of the times above.
--   on_completion         text  definition  ="NOT PRESERVE"  What becomes of it after its last run.
--   body                  text  definition           As it was written.
--   definer               text  privilege            user@host whose rights it uses.
--   sql_mode              text  definition           Under which it was created and runs.
--   character_set_client  text  definition           Under which it was parsed.
--   collation_connection  text  definition           Under which it was parsed.
--   database_collation    text  definition           Of the schema when it was created.
--   comment               text  cosmetic             The event's comment.
select :name(e.event_schema) as `schema`,
       e.event_name as `event`,
       e.status as status,
       e.event_type as event_type,
       cast(e.execute_at as char) as execute_at,
       concat(e.interval_value, ' ', e.interval_field) as `interval`,
       cast(e.starts as char) as starts,
       cast(e.ends as char) as ends,
       e.time_zone as time_zone,
       e.on_completion as on_completion,
       e.event_definition as body,
       :account(e.definer) as definer,
       e.sql_mode as sql_mode,
       :utf8(e.character_set_client) as character_set_client,
       :utf8(e.collation_connection) as collation_connection,
       :utf8(e.database_collation) as database_collation,
       if(length(e.event_comment) = 0, null, e.event_comment) as comment
  from information_schema.events e
 where :schemas(e.event_schema)
