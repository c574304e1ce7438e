-- kind: text_search_parser
-- plural: text_search_parsers
-- about: Parsers of the text search.
-- parent: schema
-- path: schema, parser
-- present: pg_ts_parser where oid >= 16384
-- attributes:
--   functions  map   definition
--   comment    text  cosmetic
--   oid        int   identity
select n.nspname as schema,
       p.prsname as parser,
       json_strip_nulls(json_build_object('start', p.prsstart::text, 'token', p.prstoken::text, 'end', p.prsend::text,
         'headline', nullif(p.prsheadline::text, '-'), 'types', p.prslextype::text)) as functions,
       d.description as comment,
       p.oid::bigint as oid
from pg_ts_parser p
join ${schemas} n on n.oid = p.prsnamespace
left join pg_description d on d.objoid = p.oid and d.classoid = 'pg_ts_parser'::regclass and d.objsubid = 0
where p.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_ts_parser'::regclass and e.deptype = 'e')
