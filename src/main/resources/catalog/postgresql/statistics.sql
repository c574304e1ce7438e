-- kind: statistics
-- plural: statistics
-- about: Statistics over several columns or expressions.
-- parent: schema
-- path: schema, statistics
-- present: pg_statistic_ext
-- attributes:
--   table        text  definition
--   columns      list  definition  =[]    In the order of the table.
--   expressions  list  definition  =[]
--   kinds        list  definition         ndistinct, dependencies, mcv.
--   target       int   operational        How finely values are sampled, if it is not the server's default.
--   owner        text  privilege
--   comment      text  cosmetic
--   oid          int   identity
select n.nspname as schema,
       s.stxname as statistics,
       tn.prefix || t.relname as table,
       coalesce((select array_agg(a.attname::text order by a.attnum) from pg_attribute a
                 where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys::int2[])), '{}') as columns,
       coalesce(pg_get_statisticsobjdef_expressions(s.oid), '{}') as expressions,
       (select array_agg(k.name order by k.name)
        from (select case x when 'd' then 'ndistinct' when 'f' then 'dependencies' when 'm' then 'mcv' end as name
              from unnest(s.stxkind) x where x <> 'e') k) as kinds,
       nullif(s.stxstattarget, -1) as target,
       pg_get_userbyid(s.stxowner) as owner,
       d.description as comment,
       s.oid::bigint as oid
from pg_statistic_ext s
join ${schemas} n on n.oid = s.stxnamespace
join pg_class t on t.oid = s.stxrelid
join ${namespaces} tn on tn.oid = t.relnamespace
left join pg_description d on d.objoid = s.oid and d.classoid = 'pg_statistic_ext'::regclass and d.objsubid = 0
where t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
