select array['type', n.nspname, t.typname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of coalesce(t.typacl, acldefault('T', t.typowner))}
from pg_type t
join ${schemas} n on n.oid = t.typnamespace
left join pg_class k on k.oid = t.typrelid
cross join lateral (
  select a.grantee,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type)
                    filter (where a.privilege_type is not null), '{}') as privileges,
         coalesce(array_agg(distinct a.privilege_type order by a.privilege_type) filter (where a.is_grantable), '{}')
           as grantable,
         bool_or(a.grantor <> t.typowner) as passed
  from (select grantee, grantor, privilege_type, is_grantable
        from aclexplode(coalesce(t.typacl, acldefault('T', t.typowner)))
        -- An owner who gave up all rights has no entry.
        union all select t.typowner, t.typowner, null, false
        -- The type of a table's rows is seen only if its list was touched, so that PUBLIC's usual right is left out.
        union all select 0, t.typowner, null, false where t.typrelid <> 0 and k.relkind <> 'c') a
  group by a.grantee
) g
left join pg_roles r on r.oid = g.grantee
where (g.grantee <> t.typowner
       or g.grantable <> '{}' or g.passed
       or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                           from aclexplode(acldefault('T', t.typowner)) u where u.grantee = t.typowner))
  and not (g.grantee = 0 and t.typrelid <> 0 and k.relkind <> 'c' and not g.passed
           and g.privileges = '{USAGE}' and g.grantable = '{}')
  and t.typtype in ('b', 'c', 'd', 'e', 'r', 'p')
  and (t.typrelid = 0 or k.relkind = 'c' or t.typacl is not null)
  and not exists (select from pg_type element where element.typarray = t.oid)
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_type'::regclass and e.deptype = 'e')
