-- kind: text_search_dictionary
-- plural: text_search_dictionaries
-- about: Dictionaries of the text search.
-- parent: schema
-- path: schema, dictionary
-- present: pg_ts_dict where oid >= 16384
-- attributes:
--   template  text  definition
--   options   text  definition
--   owner     text  privilege
--   comment   text  cosmetic
--   oid       int   identity
select n.nspname as schema,
       k.dictname as dictionary,
       case when tn.system then '' else tn.prefix end || t.tmplname as template,
       k.dictinitoption as options,
       pg_get_userbyid(k.dictowner) as owner,
       d.description as comment,
       k.oid::bigint as oid
from pg_ts_dict k
join ${schemas} n on n.oid = k.dictnamespace
join pg_ts_template t on t.oid = k.dicttemplate
join ${namespaces} tn on tn.oid = t.tmplnamespace
left join pg_description d on d.objoid = k.oid and d.classoid = 'pg_ts_dict'::regclass and d.objsubid = 0
where k.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_ts_dict'::regclass and e.deptype = 'e')
