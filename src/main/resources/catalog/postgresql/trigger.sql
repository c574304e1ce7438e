-- kind: trigger
-- plural: triggers
-- about: Triggers. One that a partition has from its partitioned table is left out unless it is switched otherwise.
-- parent: table, view
-- path: schema, table, trigger
-- present: pg_trigger where not tgisinternal or tgparentid <> 0
-- normal: stored-expression@1 (condition) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- attributes:
--   position            int   order                 Rank in which triggers of the same time fire: the order of their names.
--   timing              text  definition            BEFORE, AFTER or INSTEAD OF.
--   events              list  definition            INSERT, UPDATE, DELETE, TRUNCATE.
--   update_columns      list  definition  =[]       Columns whose update fires it, if not all.
--   level               text  definition  =ROW      ROW or STATEMENT.
--   condition           text  definition            Fires only when true.
--   function            text  definition            What it calls.
--   arguments           list  definition  =[]
--   old_table           text  definition            Name of the transition table of old rows.
--   new_table           text  definition            Name of the transition table of new rows.
--   constraint_trigger  bool  definition  =false    Whether its time can be set as that of a constraint.
--   deferrable          bool  definition  =false
--   initially_deferred  bool  definition  =false
--   referenced_table    text  definition            Of a constraint trigger.
--   enabled             text  state       =origin   origin, disabled, replica or always.
--   comment             text  cosmetic
--   depends_on          list  definition  =[]   Extensions with which it goes, by DEPENDS ON EXTENSION.
--   oid                 int   identity
select n.nspname as schema,
       c.relname as table,
       t.tgname as trigger,
       row_number() over (partition by t.tgrelid order by t.tgname) as position,
       case when t.tgtype & 2 = 2 then 'BEFORE' when t.tgtype & 64 = 64 then 'INSTEAD OF' else 'AFTER' end as timing,
       array_remove(array[case when t.tgtype & 4 = 4 then 'INSERT' end, case when t.tgtype & 16 = 16 then 'UPDATE' end,
                          case when t.tgtype & 8 = 8 then 'DELETE' end, case when t.tgtype & 32 = 32 then 'TRUNCATE' end], null)
         as events,
       coalesce((select array_agg(a.attname::text order by k.rank)
                 from unnest(t.tgattr) with ordinality k(attnum, rank)
                 join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = k.attnum), '{}') as update_columns,
       case when t.tgtype & 1 = 1 then 'ROW' else 'STATEMENT' end as level,
       -- Both rows stand in the condition, so that only the deparser of whole triggers can write it.
       case when t.tgqual is not null then
         substring(pg_get_triggerdef(t.oid) from ' WHEN \((.*)\) EXECUTE FUNCTION ') end as condition,
       case when pn.system then '' else pn.prefix end || p.proname as function,
       -- Arguments end with a zero byte each, which no text can hold.
       coalesce((select array_agg(convert_from(decode(m.argument[1], 'hex'), getdatabaseencoding()) order by m.rank)
                 from regexp_matches(encode(t.tgargs, 'hex'), '((?:(?!00)..)*)00', 'g') with ordinality m(argument, rank)), '{}')
         as arguments,
       t.tgoldtable as old_table,
       t.tgnewtable as new_table,
       t.tgconstraint <> 0 as constraint_trigger,
       t.tgdeferrable as deferrable,
       t.tginitdeferred as initially_deferred,
       rn.prefix || r.relname as referenced_table,
       case t.tgenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as enabled,
       d.description as comment,
       coalesce(ext.names, '{}') as depends_on,
       t.oid::bigint as oid
from pg_trigger t
join pg_class c on c.oid = t.tgrelid
join ${schemas} n on n.oid = c.relnamespace
join pg_proc p on p.oid = t.tgfoid
join ${namespaces} pn on pn.oid = p.pronamespace
left join pg_class r on r.oid = t.tgconstrrelid
left join ${namespaces} rn on rn.oid = r.relnamespace
left join pg_trigger parent on parent.oid = t.tgparentid
left join pg_description d on d.objoid = t.oid and d.classoid = 'pg_trigger'::regclass and d.objsubid = 0
left join (select x.objid, array_agg(e.extname order by e.extname) as names
           from pg_depend x
           join pg_extension e on e.oid = x.refobjid
           where x.refclassid = 'pg_extension'::regclass and x.classid = 'pg_trigger'::regclass and x.deptype = 'x'
           group by x.objid) ext on ext.objid = t.oid
-- Servers before 15 call the triggers internal that a partition has from its partitioned table, as those of foreign keys.
where (t.tgparentid = 0 and not t.tgisinternal
       or parent.tgenabled <> t.tgenabled
          and not exists (select from pg_constraint k where k.oid = t.tgconstraint and k.contype <> 't'))
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_trigger'::regclass and e.deptype = 'e')
