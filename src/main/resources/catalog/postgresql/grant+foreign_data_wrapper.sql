-- present: pg_foreign_data_wrapper
select array['foreign_data_wrapper', w.fdwname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of w.fdwacl}
from pg_foreign_data_wrapper w
${holders of w.fdwacl owned by w.fdwowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> w.fdwowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('F', w.fdwowner)) u where u.grantee = w.fdwowner))
  and w.fdwacl is not null and w.oid not in (select e.objid from pg_depend e
                                             where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_foreign_data_wrapper'::regclass and e.deptype = 'e')
