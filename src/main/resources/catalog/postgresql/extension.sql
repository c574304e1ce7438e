-- kind: extension
-- plural: extensions
-- about: Extensions. Their own objects are not facts; what was granted on them beyond that is.
-- path: extension
-- attributes:
--   version  text  operational
--   schema   text  definition   Where its objects are.
--   owner    text  privilege    Role that owns it.
--   comment  text  cosmetic
--   oid      int   identity
select e.extname as extension,
       e.extversion as version,
       n.nspname as schema,
       pg_get_userbyid(e.extowner) as owner,
       d.description as comment,
       e.oid::bigint as oid
from pg_extension e
join ${namespaces} n on n.oid = e.extnamespace
left join pg_description d on d.objoid = e.oid and d.classoid = 'pg_extension'::regclass and d.objsubid = 0
