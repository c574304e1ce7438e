-- kind: foreign_key
-- plural: foreign_keys
-- about: Foreign keys. One that a partition has from its partitioned table is left out unless it is switched off there alone.
-- parent: table
-- path: schema, table, constraint
-- attributes:
--   columns                  list  definition               In order.
--   referenced_table         text  definition
--   referenced_columns       list  definition               In the order of columns.
--   on_update                text  definition  ="NO ACTION"
--   on_delete                text  definition  ="NO ACTION"
--   on_delete_columns        list  definition  =[]          Columns that SET NULL or SET DEFAULT touch, if not all.
--   match                    text  definition  =SIMPLE
--   deferrable               bool  definition  =false
--   initially_deferred       bool  definition  =false
--   period                   bool  definition  =false       Whether the last column's range must be covered.
--   validated                bool  state       =true        Whether rows that were there before were checked.
--   enforced                 bool  state       =true        Whether it is checked at all.
--   disabled                 bool  state       =false       Whether a trigger that enforces it is switched off.
--   comment                  text  cosmetic
--   referenced_schema        text  context
--   column_types             list  context                  With modifiers, in the order of columns.
--   referenced_column_types  list  context
--   oid                      int   identity
with off as (
  select distinct tgconstraint from pg_trigger where tgisinternal and tgconstraint <> 0 and tgenabled in ('D', 'R')
)
select n.nspname as schema,
       t.relname as table,
       c.conname as constraint,
       k.columns as columns,
       rn.prefix || rt.relname as referenced_table,
       k.referenced as referenced_columns,
       case c.confupdtype when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE'
            when 'n' then 'SET NULL' when 'd' then 'SET DEFAULT' end as on_update,
       case c.confdeltype when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE'
            when 'n' then 'SET NULL' when 'd' then 'SET DEFAULT' end as on_delete,
       coalesce((select array_agg(a.attname::text order by s.rank)  -- [>= 15]
                 from unnest(c.confdelsetcols) with ordinality s(attnum, rank)  -- [>= 15]
                 join pg_attribute a on a.attrelid = c.conrelid and a.attnum = s.attnum), '{}') as on_delete_columns,  -- [>= 15]
       case c.confmatchtype when 's' then 'SIMPLE' when 'f' then 'FULL' when 'p' then 'PARTIAL' end as match,
       c.condeferrable as deferrable,
       c.condeferred as initially_deferred,
       c.conperiod as period,  -- [>= 18]
       -- What is not enforced is never validated; that is one fact, not two.
       c.convalidated or not c.conenforced as validated,  -- [>= 18]
       c.conenforced as enforced,  -- [>= 18]
       c.convalidated as validated,  -- [< 18]
       tr.tgconstraint is not null as disabled,
       d.description as comment,
       rn.nspname as referenced_schema,
       k.types as column_types,
       k.referenced_types as referenced_column_types,
       c.oid::bigint as oid
from pg_constraint c
join pg_class t on t.oid = c.conrelid
join ${schemas} n on n.oid = t.relnamespace
join pg_class rt on rt.oid = c.confrelid
join ${namespaces} rn on rn.oid = rt.relnamespace
cross join lateral (
  select array_agg(p.attname) as columns, array_agg(p.type) as types,
         array_agg(p.referenced) as referenced, array_agg(p.referenced_type) as referenced_types
  from (select a.attname::text as attname, format_type(a.atttypid, a.atttypmod) as type,
               r.attname::text as referenced, format_type(r.atttypid, r.atttypmod) as referenced_type
        from unnest(c.conkey, c.confkey) with ordinality k(attnum, referenced, rank)
        -- Looked up one by one (offset 0), and not among all columns of the tables.
        cross join lateral (select * from pg_attribute
                            where attrelid = c.conrelid and attnum = k.attnum offset 0) a
        cross join lateral (select * from pg_attribute
                            where attrelid = c.confrelid and attnum = k.referenced offset 0) r
        order by k.rank) p
) k
left join off tr on tr.tgconstraint = c.oid
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_constraint'::regclass and d.objsubid = 0
where c.contype = 'f'
  and (c.conparentid = 0
       or tr.tgconstraint is not null and c.conparentid not in (select tgconstraint from off))
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
