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
       g.privileges,
       g.grantable,
       case when g.passed then (
         select array_agg(x.privilege_type || ' by ' || pg_get_userbyid(x.grantor)
                          || case when x.is_grantable then ' with grant option' else '' end
                          order by x.privilege_type, pg_get_userbyid(x.grantor) collate "C")
         from aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) x where x.grantee = g.grantee) else '{}' end as granted_by
from ${schemas} n
join pg_namespace o on o.oid = n.oid
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                    filter (where a.privilege_type is not null), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
           as grantable,
         bool_or(a.grantor <> o.nspowner) as passed
  from (select grantee, grantor, privilege_type, is_grantable
        from aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner)))
        -- An owner who gave up all rights has no entry.
        union all select o.nspowner, o.nspowner, null, false) a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> o.nspowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('n', o.nspowner)) u where u.grantee = o.nspowner))
  and n.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_namespace'::regclass and e.deptype = 'e')
