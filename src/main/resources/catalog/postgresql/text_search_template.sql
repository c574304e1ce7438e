-- kind: text_search_template
-- plural: text_search_templates
-- about: Templates of text-search dictionaries.
-- parent: schema
-- path: schema, template
-- present: pg_ts_template where oid >= 16384
-- attributes:
--   functions  map   definition
--   comment    text  cosmetic
--   oid        int   identity
select n.nspname as schema,
       t.tmplname as template,
       json_strip_nulls(json_build_object('init', nullif(t.tmplinit::text, '-'), 'lexize', t.tmpllexize::text)) as functions,
       d.description as comment,
       t.oid::bigint as oid
from pg_ts_template t
join ${schemas} n on n.oid = t.tmplnamespace
left join pg_description d on d.objoid = t.oid and d.classoid = 'pg_ts_template'::regclass and d.objsubid = 0
where t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_ts_template'::regclass and e.deptype = 'e')
