-- present: pg_foreign_server
select array['foreign_server', s.srvname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of s.srvacl}
from pg_foreign_server s
${holders of s.srvacl owned by s.srvowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> s.srvowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('S', s.srvowner)) u where u.grantee = s.srvowner))
  and s.srvacl is not null and s.oid not in (select e.objid from pg_depend e
                                             where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_foreign_server'::regclass and e.deptype = 'e')
