with given as (
  -- Rights on what belongs to the server or to an extension are facts where they are not those it came with.
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
select array['column', o.schema, o.relation, o.name, coalesce(r.rolname::text, 'PUBLIC')] as path,
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
