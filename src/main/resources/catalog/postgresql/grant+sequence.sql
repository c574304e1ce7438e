select array['sequence', n.nspname, c.relname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       g.privileges,
       g.grantable,
       g.granted_by
from pg_class c
join ${schemas} n on n.oid = c.relnamespace
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                    filter (where a.privilege_type is not null), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
           as grantable,
         coalesce((array_agg(distinct pg_get_userbyid(a.grantor) order by pg_get_userbyid(a.grantor))
                    filter (where a.grantor <> c.relowner))::text[], '{}') as granted_by
  from (select grantee, grantor, privilege_type, is_grantable
        from aclexplode(c.relacl)
        -- An owner who gave up all rights has no entry.
        union all select c.relowner, c.relowner, null, false) a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> c.relowner
       or g.grantable <> '{}' or g.granted_by <> '{}'
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('s', c.relowner)) u where u.grantee = c.relowner))
  and c.relacl is not null and c.relkind = 'S'
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
