with given as (
  -- Rights on what belongs to the server or to an extension are facts where they are not those it came with.
  select 'routine' as kind, n.nspname as schema, p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as name, p.proowner as owner, p.proacl as acl,
         coalesce(i.initprivs, acldefault('f', p.proowner)) as initial
  from pg_proc p
  join ${namespaces} n on n.oid = p.pronamespace
  left join pg_init_privs i on i.classoid = 'pg_proc'::regclass and i.objoid = p.oid and i.objsubid = 0
  where p.proacl is not null and p.proacl is distinct from i.initprivs
  and (n.system or n.nspname = 'information_schema'
       or exists (select from pg_depend e where e.classid = 'pg_proc'::regclass and e.objid = p.oid and e.deptype = 'e'))
)
select array_remove(array[o.kind, o.schema, o.name, coalesce(r.rolname::text, 'PUBLIC')], null) as path,
       ${rights of o.acl}
from given o
${holders of o.acl beside o.initial}
left join pg_roles r on r.oid = g.grantee
where g.privileges <> g.initial or g.passed or g.grantable <> '{}' and g.grantee <> o.owner
