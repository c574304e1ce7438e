with given as (
  select n.nspname as schema, c.relname as relation, a.attname as name, c.relowner as owner, a.attacl as acl,
         coalesce(i.initprivs, acldefault('c', c.relowner)) as initial
  from pg_class c
  join ${namespaces} n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and a.attacl is not null
  left join pg_init_privs i on i.classoid = 'pg_class'::regclass and i.objoid = c.oid and i.objsubid = a.attnum
  where a.attacl is distinct from i.initprivs
  and (n.system or n.nspname = 'information_schema'
       or exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e'))
)
${rights given at 'column', o.schema, o.relation, o.name}
