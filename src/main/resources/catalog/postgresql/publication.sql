-- kind: publication
-- plural: publications
-- about: What is sent to subscribers. In a relative reading only the tables of the schema are listed.
-- path: publication
-- present: pg_publication
-- attributes:
--   all_tables         bool  definition  =false
--   tables             list  definition  =[]     Tables, with column lists and filters.
--   schemas            list  definition  =[]     Schemas whose tables all belong to it.
--   operations         list  definition          insert, update, delete, truncate.
--   via_root           bool  definition  =false  Whether a partition's changes are sent as the partitioned table's.
--   generated_columns  text  definition  =none   none or stored.
--   owner              text  privilege
--   comment            text  cosmetic
--   oid                int   identity
select p.pubname as publication,
       p.puballtables as all_tables,
       coalesce((select array_agg(n.prefix || c.relname
                   || case when r.prattrs is not null then  -- [>= 15]
                        ' (' || (select string_agg(quote_ident(a.attname), ', ' order by a.attnum)  -- [>= 15]
                                 from pg_attribute a  -- [>= 15]
                                 where a.attrelid = c.oid and a.attnum = any (r.prattrs)) || ')' else '' end  -- [>= 15]
                   || coalesce(' WHERE ' || pg_get_expr(r.prqual, c.oid), '')  -- [>= 15]
                   order by n.prefix collate "C", c.relname)
                 from pg_publication_rel r
                 join pg_class c on c.oid = r.prrelid
                 join ${schemas} n on n.oid = c.relnamespace
                 where r.prpubid = p.oid), '{}') as tables,
       coalesce((select array_agg(n.nspname order by n.nspname collate "C")  -- [>= 15]
                 from pg_publication_namespace x join ${schemas} n on n.oid = x.pnnspid  -- [>= 15]
                 where x.pnpubid = p.oid), '{}') as schemas,  -- [>= 15]
       array_remove(array[case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
                          case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end], null)
         as operations,
       p.pubviaroot as via_root,
       case p.pubgencols when 's' then 'stored' else 'none' end as generated_columns,  -- [>= 18]
       pg_get_userbyid(p.pubowner) as owner,
       d.description as comment,
       p.oid::bigint as oid
from pg_publication p
left join pg_description d on d.objoid = p.oid and d.classoid = 'pg_publication'::regclass and d.objsubid = 0
where p.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_publication'::regclass and e.deptype = 'e')
