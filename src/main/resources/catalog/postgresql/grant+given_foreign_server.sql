-- present: pg_foreign_server
with given as (
  select 'foreign_server' as kind, null::text as schema, s.srvname as name, s.srvowner as owner, s.srvacl as acl,
         coalesce(i.initprivs, acldefault('S', s.srvowner)) as initial
  from pg_foreign_server s
  left join pg_init_privs i on i.classoid = 'pg_foreign_server'::regclass and i.objoid = s.oid and i.objsubid = 0
  where s.srvacl is not null and s.srvacl is distinct from i.initprivs
  and exists (select from pg_depend e where e.classid = 'pg_foreign_server'::regclass and e.objid = s.oid and e.deptype = 'e')
)
${rights given at o.kind, o.schema, o.name}
