with given as (
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized_view' when 'S' then 'sequence' else 'table' end as kind, n.nspname as schema, c.relname as name, c.relowner as owner, c.relacl as acl,
         coalesce(i.initprivs, case when n.nspname = 'information_schema' and c.relkind <> 'S'
           -- It is made after the server has taken note of the rights of its own objects.
           then acldefault(case c.relkind when 'S' then 's'::"char" else 'r' end, c.relowner) || makeaclitem(0, c.relowner, 'SELECT', false)
           else acldefault(case c.relkind when 'S' then 's'::"char" else 'r' end, c.relowner) end) as initial
  from pg_class c
  join ${namespaces} n on n.oid = c.relnamespace
  left join pg_init_privs i on i.classoid = 'pg_class'::regclass and i.objoid = c.oid and i.objsubid = 0
  where c.relacl is not null and c.relacl is distinct from i.initprivs
  and (n.system or n.nspname = 'information_schema'
       or exists (select from pg_depend e where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e'))
)
${rights given at o.kind, o.schema, o.name}
