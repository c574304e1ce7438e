-- kind: rule
-- plural: rules
-- about: Rewrite rules other than those that make a view.
-- parent: table, view, materialized_view
-- path: schema, table, rule
-- attributes:
--   definition  text  definition           As in CREATE RULE.
--   enabled     text  state       =origin  origin, disabled, replica or always.
--   comment     text  cosmetic
--   oid         int   identity
select n.nspname as schema,
       c.relname as table,
       r.rulename as rule,
       pg_get_ruledef(r.oid) as definition,
       case r.ev_enabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as enabled,
       d.description as comment,
       r.oid::bigint as oid
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
join ${schemas} n on n.oid = c.relnamespace
left join pg_description d on d.objoid = r.oid and d.classoid = 'pg_rewrite'::regclass and d.objsubid = 0
where not (r.rulename = '_RETURN' and c.relkind in ('v', 'm'))
  and not exists (select from pg_depend e
                  where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
