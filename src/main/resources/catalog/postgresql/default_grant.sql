-- kind: default_grant
-- plural: default_grants
-- about: What a role's future objects will be granted. Schema * is every schema; there the list replaces the server's own, so that the owner's rights stand in it too.
-- path: schema, role, object_kind, grantee
-- present: pg_default_acl
-- impact: missing=privilege unexpected=privilege
-- attributes:
--   privileges  list  privilege        Sorted, upper case.
--   grantable   list  privilege  =[]   Those that may be passed on.
select coalesce(n.nspname, '*') as schema,
       pg_get_userbyid(d.defaclrole) as role,
       case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' when 'f' then 'routine' when 'T' then 'type'
            when 'n' then 'schema' when 'L' then 'large_object' end as object_kind,
       coalesce(r.rolname::text, 'PUBLIC') as grantee,
       g.privileges,
       g.grantable
from pg_default_acl d
left join ${schemas} n on n.oid = d.defaclnamespace
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                    filter (where a.privilege_type is not null), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
           as grantable
  from (select grantee, privilege_type, is_grantable from aclexplode(d.defaclacl)
        -- Who has rights by the server's own default and none by this list has lost them.
        union all
        select grantee, null, false
        from aclexplode(acldefault(case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end, d.defaclrole))
        where d.defaclnamespace = 0) a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where d.defaclnamespace = 0 or n.oid is not null
