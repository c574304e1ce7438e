-- kind: foreign_data_wrapper
-- plural: foreign_data_wrappers
-- about: Foreign-data wrappers that belong to no extension.
-- path: wrapper
-- present: pg_foreign_data_wrapper
-- attributes:
--   handler    text  definition
--   validator  text  definition
--   options    map   definition  Values of options whose name speaks of a secret are not read.
--   owner      text  privilege
--   comment    text  cosmetic
--   oid        int   identity
select w.fdwname as wrapper,
       nullif(w.fdwhandler::regproc::text, '-') as handler,
       nullif(w.fdwvalidator::regproc::text, '-') as validator,
       (select json_object_agg(split_part(o, '=', 1),
                 case when o ~* '^[^=]*(pass|secret|token|key)' then '********' else substr(o, strpos(o, '=') + 1) end)
        from unnest(w.fdwoptions) o) as options,
       pg_get_userbyid(w.fdwowner) as owner,
       d.description as comment,
       w.oid::bigint as oid
from pg_foreign_data_wrapper w
left join pg_description d on d.objoid = w.oid and d.classoid = 'pg_foreign_data_wrapper'::regclass and d.objsubid = 0
where w.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_foreign_data_wrapper'::regclass and e.deptype = 'e')
