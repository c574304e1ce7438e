-- present: pg_language where oid >= 16384
select array['language', l.lanname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of coalesce(l.lanacl, acldefault('l', l.lanowner))}
from pg_language l
${holders of coalesce(l.lanacl, acldefault('l', l.lanowner)) owned by l.lanowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> l.lanowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('l', l.lanowner)) u where u.grantee = l.lanowner))
  and l.oid >= 16384 and l.lanpltrusted
  and l.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_language'::regclass and e.deptype = 'e')
