-- kind: check_constraint
-- plural: check_constraints
-- about: Check constraints of tables; those of domains stand with their type.
-- parent: table
-- path: schema, table, constraint
-- rank: 1
-- normal: stored-expression@1 (expression) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- attributes:
--   expression  text  definition          Must not be false.
--   no_inherit  bool  definition  =false  Whether it does not pass to tables that inherit.
--   inherited   bool  definition  =false  Whether it comes from a table that this one inherits from, and from there only; of a partition it is not said.
--   validated   bool  state       =true   Whether rows that were there before were checked.
--   enforced    bool  state       =true   Whether it is checked at all.
--   comment     text  cosmetic
--   oid         int   identity
select n.nspname as schema,
       t.relname as table,
       c.conname as constraint,
       pg_get_expr(c.conbin, c.conrelid) as expression,
       c.connoinherit as no_inherit,
       c.coninhcount > 0 and not c.conislocal and not t.relispartition as inherited,
       c.convalidated or not c.conenforced as validated,  -- [>= 18]
       c.conenforced as enforced,  -- [>= 18]
       c.convalidated as validated,  -- [< 18]
       d.description as comment,
       c.oid::bigint as oid
from pg_constraint c
join pg_class t on t.oid = c.conrelid
join ${schemas} n on n.oid = t.relnamespace
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_constraint'::regclass and d.objsubid = 0
where c.contype = 'c'
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
