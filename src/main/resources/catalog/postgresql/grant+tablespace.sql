-- present: pg_tablespace where spcacl is not null
select array['tablespace', t.spcname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of t.spcacl}
from pg_tablespace t
${holders of t.spcacl owned by t.spcowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> t.spcowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('t', t.spcowner)) u where u.grantee = t.spcowner))
  and t.spcacl is not null
