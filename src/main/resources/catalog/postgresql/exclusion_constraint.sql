-- kind: exclusion_constraint
-- plural: exclusion_constraints
-- about: Exclusion constraints.
-- parent: table
-- path: schema, table, constraint
-- present: pg_constraint where contype = 'x'
-- normal: stored-expression@1 (definition) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- attributes:
--   definition          text  definition          As in ALTER TABLE, with method, operators and predicate.
--   deferrable          bool  context     =false
--   initially_deferred  bool  context     =false
--   comment             text  cosmetic
--   oid                 int   identity
select n.nspname as schema,
       t.relname as table,
       c.conname as constraint,
       pg_get_constraintdef(c.oid) as definition,
       c.condeferrable as deferrable,
       c.condeferred as initially_deferred,
       d.description as comment,
       c.oid::bigint as oid
from pg_constraint c
join pg_class t on t.oid = c.conrelid
join ${schemas} n on n.oid = t.relnamespace
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_constraint'::regclass and d.objsubid = 0
where c.contype = 'x'
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
