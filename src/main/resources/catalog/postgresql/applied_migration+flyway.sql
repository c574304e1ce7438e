-- each: flyway_schema_history
-- denied: the account may not read the history of migrations; plumbline grants prints what it needs
select ${schema} as schema, 'flyway_schema_history' as table, h.script::text as migration,
       'flyway' as tool, h.version::text as version, h.description::text as description, h.type::text as script_type,
       h.checksum::text as checksum, h.success as success,
       exists (select from ${table} u
               where u.version = h.version and u.installed_rank > h.installed_rank
                 and (u.type like 'UNDO%' or u.type = 'DELETE')) as undone,
       -- Flyway writes the time of its own session's zone and does not say which that was.
       to_char(h.installed_on, 'YYYY-MM-DD"T"HH24:MI:SS') as applied_at, h.installed_rank as position
  from ${table} h
 where h.type not like 'UNDO%' and h.type <> 'DELETE'
