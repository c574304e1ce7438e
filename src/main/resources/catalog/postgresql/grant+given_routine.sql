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
