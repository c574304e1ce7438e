-- kind: sequence
-- plural: sequences
-- about: Sequences; that of an identity column stands with its column.
-- parent: schema
-- path: schema, sequence
-- attributes:
--   type         text  definition  =bigint
--   start        int   definition  =1
--   increment    int   definition  =1
--   minimum      int   definition  =1
--   maximum      int   definition
--   cache        int   definition  =1            How many values a session takes at a time.
--   cycle        bool  definition  =false        Whether it starts again at its end.
--   owned_by     text  definition                Column it goes away with.
--   owner        text  privilege                 Role that owns it.
--   persistence  text  definition  =permanent
--   comment      text  cosmetic
--   oid          int   identity
select n.nspname as schema,
       c.relname as sequence,
       format_type(s.seqtypid, null) as type,
       s.seqstart as start,
       s.seqincrement as increment,
       s.seqmin as minimum,
       s.seqmax as maximum,
       s.seqcache as cache,
       s.seqcycle as cycle,
       tn.prefix || t.relname || '.' || a.attname as owned_by,
       pg_get_userbyid(c.relowner) as owner,
       case c.relpersistence when 'u' then 'unlogged' else 'permanent' end as persistence,
       d.description as comment,
       c.oid::bigint as oid
from pg_class c
join ${schemas} n on n.oid = c.relnamespace
join pg_sequence s on s.seqrelid = c.oid
left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
                     and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
left join pg_class t on t.oid = o.refobjid
left join ${namespaces} tn on tn.oid = t.relnamespace
left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
where c.relkind = 'S' and o.deptype is distinct from 'i'
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
