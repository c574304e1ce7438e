with given as (
  select 'routine' as kind, n.nspname as schema, p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name, p.proowner as owner, p.proacl as acl,
         coalesce(i.initprivs, acldefault('f', p.proowner)) as initial
  from pg_proc p
  join ${namespaces} n on n.oid = p.pronamespace
  left join pg_init_privs i on i.classoid = 'pg_proc'::regclass and i.objoid = p.oid and i.objsubid = 0
  where p.proacl is not null and p.proacl is distinct from i.initprivs
  and (n.system or n.nspname = 'information_schema'
       or exists (select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e'))
)
${rights given at o.kind, o.schema, o.name}
