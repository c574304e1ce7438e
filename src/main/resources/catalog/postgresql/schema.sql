-- kind: schema
-- plural: schemas
-- about: Schemas that are not the server's own.
-- path: schema
-- attributes:
--   owner    text  privilege  Role that owns it.
--   comment  text  cosmetic
--   oid      int   identity
select n.nspname as schema,
       pg_get_userbyid(o.nspowner) as owner,
       d.description as comment,
       n.oid::bigint as oid
from ${schemas} n
join pg_namespace o on o.oid = n.oid
left join pg_description d on d.objoid = n.oid and d.classoid = 'pg_namespace'::regclass and d.objsubid = 0
where not exists (select from pg_depend e
                  where e.classid = 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')
