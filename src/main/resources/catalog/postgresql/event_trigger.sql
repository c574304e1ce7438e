-- kind: event_trigger
-- plural: event_triggers
-- about: Triggers on statements that define things.
-- path: event_trigger
-- present: pg_event_trigger
-- attributes:
--   event     text  definition
--   tags      list  definition  =[]      Statements it fires for, if not all.
--   function  text  definition
--   enabled   text  state       =origin  origin, disabled, replica or always.
--   owner     text  privilege
--   comment   text  cosmetic
--   oid       int   identity
select t.evtname as event_trigger,
       t.evtevent as event,
       coalesce((select array_agg(x order by x) from unnest(t.evttags) x), '{}') as tags,
       n.prefix || p.proname as function,
       case t.evtenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as enabled,
       pg_get_userbyid(t.evtowner) as owner,
       d.description as comment,
       t.oid::bigint as oid
from pg_event_trigger t
join pg_proc p on p.oid = t.evtfoid
join ${namespaces} n on n.oid = p.pronamespace
left join pg_description d on d.objoid = t.oid and d.classoid = 'pg_event_trigger'::regclass and d.objsubid = 0
where t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_event_trigger'::regclass and e.deptype = 'e')
