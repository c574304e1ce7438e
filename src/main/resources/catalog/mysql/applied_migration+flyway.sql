-- each: flyway_schema_history
-- denied: the account may not read the history of migrations; plumbline grants prints what it needs
select ${schema} as `schema`, 'flyway_schema_history' as `table`,
       convert(h.script using utf8mb4) collate utf8mb4_bin as migration,
       'flyway' as tool, convert(h.version using utf8mb4) collate utf8mb4_bin as version,
       convert(h.description using utf8mb4) collate utf8mb4_bin as description,
       convert(h.type using utf8mb4) collate utf8mb4_bin as script_type,
       cast(h.checksum as char) as checksum, h.success as success,
       exists (select 1 from ${table} u
               where u.version = h.version and u.installed_rank > h.installed_rank
                 and (u.type like 'UNDO%' or u.type = 'DELETE')) as undone,
       date_format(h.installed_on, '%Y-%m-%dT%H:%i:%sZ') as applied_at, h.installed_rank as position
  from ${table} h
 where h.type not like 'UNDO%' and h.type <> 'DELETE'
