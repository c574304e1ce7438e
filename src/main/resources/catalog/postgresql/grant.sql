-- kind: grant
-- plural: grants
-- about: What a role may do with an object. The path is the object's, with its kind before it and the role behind it; PUBLIC is everyone. An owner's rights stand here only if they are not the usual ones.
-- parent: *
-- path: path
-- impact: missing=privilege unexpected=privilege
-- normal: usual-privileges@1 (privileges) A list of privileges that was never touched and one that says what the server gives by itself are the same: both are left out.
-- attributes:
--   privileges  list  privilege        Sorted, upper case.
--   grantable   list  privilege  =[]   Those the role may pass on.
--   granted_by  list  privilege  =[]   Who granted which, if another than the owner granted any: SELECT by clerk.
select array['schema', n.nspname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of coalesce(o.nspacl, acldefault('n', o.nspowner))}
from ${schemas} n
join pg_namespace o on o.oid = n.oid
${holders of coalesce(o.nspacl, acldefault('n', o.nspowner)) owned by o.nspowner}
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> o.nspowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('n', o.nspowner)) u where u.grantee = o.nspowner))
  and n.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_namespace'::regclass and e.deptype = 'e')
