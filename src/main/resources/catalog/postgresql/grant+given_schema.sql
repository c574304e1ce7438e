with given as (
  -- Rights on what belongs to the server or to an extension are facts where they are not those it came with.
  select 'schema' as kind, null::text as schema, o.nspname as name, o.nspowner as owner, o.nspacl as acl,
         coalesce(i.initprivs, case when o.nspname = 'information_schema'
           -- It is made after the server has taken note of the rights of its own objects.
           then acldefault('n', o.nspowner) || makeaclitem(0, o.nspowner, 'USAGE', false)
           else acldefault('n', o.nspowner) end) as initial
  from pg_namespace o
  left join pg_init_privs i on i.classoid = 'pg_namespace'::regclass and i.objoid = o.oid and i.objsubid = 0
  where o.nspacl is not null and o.nspacl is distinct from i.initprivs
  and (o.nspname in ('pg_catalog', 'information_schema')
       or exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass and e.objid = o.oid and e.deptype = 'e'))
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
