-- kind: foreign_server
-- plural: foreign_servers
-- about: Foreign servers.
-- path: server
-- present: pg_foreign_server
-- attributes:
--   wrapper       text  definition
--   server_type   text  definition
--   version       text  definition
--   options       map   definition  Values of options whose name speaks of a secret are not read.
--   owner         text  privilege
--   comment       text  cosmetic
--   oid           int   identity
select s.srvname as server,
       w.fdwname as wrapper,
       s.srvtype as server_type,
       s.srvversion as version,
       (select json_object_agg(split_part(o, '=', 1),
                 case when o ~* '^[^=]*(pass|secret|token|key)' then '********' else substr(o, strpos(o, '=') + 1) end)
        from unnest(s.srvoptions) o) as options,
       pg_get_userbyid(s.srvowner) as owner,
       d.description as comment,
       s.oid::bigint as oid
from pg_foreign_server s
join pg_foreign_data_wrapper w on w.oid = s.srvfdw
left join pg_description d on d.objoid = s.oid and d.classoid = 'pg_foreign_server'::regclass and d.objsubid = 0
where s.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_foreign_server'::regclass and e.deptype = 'e')
