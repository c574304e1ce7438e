-- present: pg_parameter_acl
-- server: >= 15
select array['setting', p.parname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of p.paracl}
from pg_parameter_acl p
${holders of p.paracl owned by 10}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> 10
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('p', 10)) u where u.grantee = 10))
  and true
