select array['database', 'current', coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of coalesce(d.datacl, acldefault('d', d.datdba))}
from pg_database d
${holders of coalesce(d.datacl, acldefault('d', d.datdba)) owned by d.datdba}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> d.datdba
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('d', d.datdba)) u where u.grantee = d.datdba))
  and d.datname = current_database()
