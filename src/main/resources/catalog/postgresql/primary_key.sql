-- kind: primary_key
-- plural: primary_keys
-- about: Primary keys.
-- parent: table
-- path: schema, table, constraint
-- attributes:
--   columns             list  definition               In order.
--   include             list  definition  =[]          Columns that are only carried along.
--   deferrable          bool  definition  =false
--   initially_deferred  bool  definition  =false
--   without_overlaps    bool  definition  =false       Whether the last column's ranges may not overlap, instead of not being equal.
--   comment             text  cosmetic
--   oid                 int   identity
select n.nspname as schema,
       t.relname as table,
       c.conname as constraint,
       k.columns[:i.indnkeyatts] as columns,
       k.columns[i.indnkeyatts + 1:] as include,
       c.condeferrable as deferrable,
       c.condeferred as initially_deferred,
       c.conperiod as without_overlaps,  -- [>= 18]
       d.description as comment,
       c.oid::bigint as oid
from pg_constraint c
join pg_class t on t.oid = c.conrelid
join ${schemas} n on n.oid = t.relnamespace
join pg_index i on i.indexrelid = c.conindid
cross join lateral (
  select array_agg(a.attname::text order by key.rank) as columns
  from unnest(i.indkey) with ordinality key(attnum, rank)
  -- Looked up one by one (offset 0), and not among all columns of the table.
  cross join lateral (select attname from pg_attribute where attrelid = i.indrelid and attnum = key.attnum offset 0) a
) k
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_constraint'::regclass and d.objsubid = 0
where c.contype = 'p'
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
