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
where n.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_namespace'::regclass and e.deptype = 'e')
