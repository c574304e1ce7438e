select array['tablespace', t.spcname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       g.privileges,
       g.grantable,
       case when g.passed then (
         select array_agg(x.privilege_type || ' by ' || pg_get_userbyid(x.grantor)
                          || case when x.is_grantable then ' with grant option' else '' end
                          order by x.privilege_type, pg_get_userbyid(x.grantor) collate "C")
         from aclexplode(t.spcacl) x where x.grantee = g.grantee) else '{}' end as granted_by
from pg_tablespace t
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                    filter (where a.privilege_type is not null), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
           as grantable,
         bool_or(a.grantor <> t.spcowner) as passed
  from (select grantee, grantor, privilege_type, is_grantable
        from aclexplode(t.spcacl)
        -- An owner who gave up all rights has no entry.
        union all select t.spcowner, t.spcowner, null, false) a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> t.spcowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('t', t.spcowner)) u where u.grantee = t.spcowner))
  and t.spcacl is not null
