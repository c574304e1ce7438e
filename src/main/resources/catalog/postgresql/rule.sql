-- kind: rule
-- plural: rules
-- about: Rewrite rules other than those that make a view.
-- parent: table, view, materialized_view
-- path: schema, table, rule
-- present: pg_rewrite where oid >= 16384
-- normal: stored-expression@1 (definition) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- normal: relative-table@1 (definition) The server names the table with its schema whatever the search path is; it stands in the path already and is cut off.
-- attributes:
--   event       text  definition           SELECT, INSERT, UPDATE or DELETE.
--   definition  text  definition           Condition and action, as in CREATE RULE.
--   enabled     text  state       =origin  origin, disabled, replica or always.
--   comment     text  cosmetic
--   oid         int   identity
select n.nspname as schema,
       c.relname as table,
       r.rulename as rule,
       e.event,
       -- The server names the table with its schema whatever the search path is; both are known, so they are cut off.
       btrim(substr(pg_get_ruledef(r.oid), 1 + length(format(E'CREATE RULE %I AS\n    ON %s TO %I.%I',
                                                            r.rulename, e.event, cn.nspname, c.relname))), E' \n;') as definition,
       case r.ev_enabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as enabled,
       d.description as comment,
       r.oid::bigint as oid
from pg_rewrite r
join pg_class c on c.oid = r.ev_class
join ${schemas} n on n.oid = c.relnamespace
join pg_namespace cn on cn.oid = c.relnamespace
cross join lateral (
  select case r.ev_type when '1' then 'SELECT' when '2' then 'UPDATE' when '3' then 'INSERT' when '4' then 'DELETE' end as event
) e
left join pg_description d on d.objoid = r.oid and d.classoid = 'pg_rewrite'::regclass and d.objsubid = 0
where not (r.rulename = '_RETURN' and c.relkind in ('v', 'm'))
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
