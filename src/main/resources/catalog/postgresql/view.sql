-- kind: view
-- plural: views
-- about: Views.
-- parent: schema
-- path: schema, view
-- present: pg_class where relkind = 'v' and oid >= 16384
-- normal: stored-query@1 (definition) A query is the text that the server writes of what it stored, without blanks and semicolon at its ends.
-- normal: view-qualifiers@1 (definition) Servers before 16 write the columns of a view over one table with the table before them; they are brought to the newer form.
-- normal: option-map@1 (options) Options have no order.
-- attributes:
--   definition    text  definition                The query, as the server writes it.
--   owner         text  privilege                 Role that owns it, and with whose rights the query runs.
--   security      text  privilege   =DEFINER      INVOKER: the query runs with the rights of who asks.
--   check_option  text  definition                LOCAL or CASCADED.
--   options       map   definition                Other options.
--   comment       text  cosmetic
--   oid           int   identity
select n.nspname as schema,
       c.relname as view,
       rtrim(btrim(pg_get_viewdef(c.oid), E' \n'), ';') as definition,
       pg_get_userbyid(c.relowner) as owner,
       case when o.invoker then 'INVOKER' else 'DEFINER' end as security,
       o.check_option,
       o.others as options,
       d.description as comment,
       c.oid::bigint as oid
from pg_class c
join ${schemas} n on n.oid = c.relnamespace
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
left join lateral (
  select max(upper(value)) filter (where name = 'check_option') as check_option,
         -- A cast from text would run what a user made of it.
         bool_or(boolin(textout(value))) filter (where name = 'security_invoker') as invoker,
         json_object_agg(name, value) filter (where name not in ('check_option', 'security_invoker')) as others
  from (select split_part(o, '=', 1) as name, substr(o, strpos(o, '=') + 1) as value from unnest(c.reloptions) o) x
  where c.reloptions is not null
) o on true
where c.relkind = 'v'
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
