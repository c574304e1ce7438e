-- kind: user_mapping
-- plural: user_mappings
-- about: As whom a role speaks to a foreign server. Of the options only the name of the account is read with its value, for any other may be a secret.
-- parent: foreign_server
-- path: server, role
-- present: pg_foreign_server
-- unread: The values of options that may be secrets; whether a password was changed is not seen.
-- attributes:
--   options  map   privilege  By name, if the account may see them; the value of all but user is hidden.
--   oid      int   identity
select m.srvname as server,
       case when m.umuser = 0 then 'PUBLIC' else m.usename::text end as role,
       (select json_object_agg(split_part(o, '=', 1),
                 case when split_part(o, '=', 1) in ('user', 'username', 'user_name', 'remote_user')
                      then substr(o, strpos(o, '=') + 1) else '********' end)
        from unnest(m.umoptions) o) as options,
       m.umid::bigint as oid
from pg_user_mappings m
