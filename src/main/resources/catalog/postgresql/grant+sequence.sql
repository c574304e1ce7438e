select array['sequence', n.nspname, c.relname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of c.relacl}
from pg_class c
join ${schemas} n on n.oid = c.relnamespace
${holders of c.relacl owned by c.relowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> c.relowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('s', c.relowner)) u where u.grantee = c.relowner))
  and c.relacl is not null and c.relkind = 'S'
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
