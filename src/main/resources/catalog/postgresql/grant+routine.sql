-- present: pg_proc where oid >= 16384
select array['routine', n.nspname, p.proname || '(' || oidvectortypes(p.proargtypes) || ')', coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of coalesce(p.proacl, acldefault('f', p.proowner))}
from pg_proc p
join ${schemas} n on n.oid = p.pronamespace
${holders of coalesce(p.proacl, acldefault('f', p.proowner)) owned by p.proowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> p.proowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('f', p.proowner)) u where u.grantee = p.proowner))
  and p.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_proc'::regclass and e.deptype = 'e')
  and not exists (select from pg_depend i
                  where i.classid = 'pg_proc'::regclass and i.objid = p.oid and i.deptype = 'i')
