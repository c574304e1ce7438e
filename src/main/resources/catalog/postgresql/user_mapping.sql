-- kind: user_mapping
-- plural: user_mappings
-- about: As whom a role speaks to a foreign server. Only the names of the options are read, for the values are secrets.
-- parent: foreign_server
-- path: server, role
-- attributes:
--   options  list  privilege  =[]  Names of the options, if the account may see them.
--   oid      int   identity
select m.srvname as server,
       case when m.umuser = 0 then 'PUBLIC' else m.usename::text end as role,
       coalesce((select array_agg(split_part(o, '=', 1) order by split_part(o, '=', 1) collate "C") from unnest(m.umoptions) o), '{}')
         as options,
       m.umid::bigint as oid
from pg_user_mappings m
