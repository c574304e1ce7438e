select array['foreign_server', s.srvname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       g.privileges,
       g.grantable,
       case when g.passed then (
         select array_agg(x.privilege_type || ' by ' || pg_get_userbyid(x.grantor)
                          || case when x.is_grantable then ' with grant option' else '' end
                          order by x.privilege_type, pg_get_userbyid(x.grantor) collate "C")
         from aclexplode(s.srvacl) x where x.grantee = g.grantee) else '{}' end as granted_by
from pg_foreign_server s
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                    filter (where a.privilege_type is not null), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
           as grantable,
         bool_or(a.grantor <> s.srvowner) as passed
  from (select grantee, grantor, privilege_type, is_grantable
        from aclexplode(s.srvacl)
        -- An owner who gave up all rights has no entry.
        union all select s.srvowner, s.srvowner, null, false) a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> s.srvowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('S', s.srvowner)) u where u.grantee = s.srvowner))
  and s.srvacl is not null and s.oid not in (select e.objid from pg_depend e
                                             where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_foreign_server'::regclass and e.deptype = 'e')
