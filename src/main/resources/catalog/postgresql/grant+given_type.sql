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
       g.privileges,
       g.grantable,
       case when g.passed then (
         select array_agg(x.privilege_type || ' by ' || pg_get_userbyid(x.grantor)
                          || case when x.is_grantable then ' with grant option' else '' end
                          order by x.privilege_type, pg_get_userbyid(x.grantor) collate "C")
         from aclexplode(o.acl) x where x.grantee = g.grantee) else '{}' end as granted_by
from given o
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.present), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.present and a.is_grantable), '{}')
           as grantable,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where not a.present), '{}') as initial,
         bool_or(a.present and a.grantor <> o.owner) as passed
  from (select grantee, grantor, privilege_type, is_grantable, true as present from aclexplode(o.acl)
        union all
        select grantee, grantor, privilege_type, is_grantable, false from aclexplode(o.initial)) a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where g.privileges <> g.initial or g.passed or g.grantable <> '{}' and g.grantee <> o.owner
