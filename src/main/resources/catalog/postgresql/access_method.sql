-- kind: access_method
-- plural: access_methods
-- about: Access methods that belong to neither the server nor an extension.
-- path: access_method
-- present: pg_am where oid >= 16384
-- attributes:
--   method_kind  text  definition  table or index.
--   handler      text  definition
--   comment      text  cosmetic
--   oid          int   identity
select m.amname as access_method,
       case m.amtype when 't' then 'table' when 'i' then 'index' end as method_kind,
       m.amhandler::text as handler,
       d.description as comment,
       m.oid::bigint as oid
from pg_am m
left join pg_description d on d.objoid = m.oid and d.classoid = 'pg_am'::regclass and d.objsubid = 0
where m.oid >= 16384
  and m.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_am'::regclass and e.deptype = 'e')
