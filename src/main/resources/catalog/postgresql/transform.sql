-- kind: transform
-- plural: transforms
-- about: How values of a type become values of a procedural language.
-- path: type, language
-- present: pg_transform
-- attributes:
--   from_sql  text  definition
--   to_sql    text  definition
--   comment   text  cosmetic
--   oid       int   identity
select format_type(t.trftype, null) as type,
       l.lanname as language,
       case when t.trffromsql <> 0 then t.trffromsql::regprocedure::text end as from_sql,
       case when t.trftosql <> 0 then t.trftosql::regprocedure::text end as to_sql,
       d.description as comment,
       t.oid::bigint as oid
from pg_transform t
join pg_language l on l.oid = t.trflang
left join pg_description d on d.objoid = t.oid and d.classoid = 'pg_transform'::regclass and d.objsubid = 0
where t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_transform'::regclass and e.deptype = 'e')
  -- A transform has no schema: it goes with those of its type and its functions, and with all if none is a user's.
  and (select coalesce(bool_or(s.oid is not null), true)
       from (select typnamespace as namespace from pg_type where oid = t.trftype
             union all
             select pronamespace from pg_proc where oid in (t.trffromsql, t.trftosql)) u
       join ${namespaces} n on n.oid = u.namespace and not n.system
       left join ${schemas} s on s.oid = n.oid)
