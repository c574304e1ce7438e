-- kind: cast
-- plural: casts
-- about: Casts that were made with CREATE CAST.
-- path: source, target
-- present: pg_cast where oid >= 16384
-- attributes:
--   function  text  definition             Absent if bits are taken as they are or text is written and read.
--   context   text  definition  =explicit  explicit, assignment or implicit.
--   method    text  definition             function, binary or inout.
--   comment   text  cosmetic
--   oid       int   identity
select format_type(c.castsource, null) as source,
       format_type(c.casttarget, null) as target,
       case when c.castfunc <> 0 then c.castfunc::regprocedure::text end as function,
       case c.castcontext when 'e' then 'explicit' when 'a' then 'assignment' when 'i' then 'implicit' end as context,
       case c.castmethod when 'f' then 'function' when 'b' then 'binary' when 'i' then 'inout' end as method,
       d.description as comment,
       c.oid::bigint as oid
from pg_cast c
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_cast'::regclass and d.objsubid = 0
-- Numbers below 16384 are of the server itself.
where c.oid >= 16384
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_cast'::regclass and e.deptype = 'e')
  -- A range type makes the cast to its multirange itself.
  and not exists (select from pg_depend i
                  where i.classid = 'pg_cast'::regclass and i.objid = c.oid and i.deptype = 'i')
  -- A cast has no schema: it goes with those of its types and its function, and with all if none is a user's.
  and (select coalesce(bool_or(s.oid is not null), true)
       from (select typnamespace as namespace from pg_type where oid in (c.castsource, c.casttarget)
             union all
             select pronamespace from pg_proc where oid = c.castfunc) u
       join ${namespaces} n on n.oid = u.namespace and not n.system
       left join ${schemas} s on s.oid = n.oid)
