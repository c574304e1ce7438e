with given as (
  -- Rights on what belongs to the server or to an extension are facts where they are not those it came with.
  select 'type' as kind, n.nspname as schema, t.typname as name, t.typowner as owner, t.typacl as acl,
         coalesce(i.initprivs, acldefault('T', t.typowner)) as initial
  from pg_type t
  join ${namespaces} n on n.oid = t.typnamespace
  left join pg_init_privs i on i.classoid = 'pg_type'::regclass and i.objoid = t.oid and i.objsubid = 0
  where t.typacl is not null and t.typacl is distinct from i.initprivs
  and (n.system or n.nspname = 'information_schema'
       or exists (select from pg_depend e where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e'))
)
select array_remove(array[o.kind, o.schema, o.name, coalesce(r.rolname::text, 'PUBLIC')], null) as path,
       ${rights of o.acl}
from given o
${holders of o.acl beside o.initial}
left join pg_roles r on r.oid = g.grantee
where g.privileges <> g.initial or g.passed or g.grantable <> '{}' and g.grantee <> o.owner
