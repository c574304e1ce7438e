select array['column', n.nspname, c.relname, a.attname, coalesce(r.rolname::text, 'PUBLIC')] as path,
       ${rights of a.attacl}
from pg_attribute a
join pg_class c on c.oid = a.attrelid
join ${schemas} n on n.oid = c.relnamespace
cross join lateral (
  select x.grantee,
         array_agg(distinct x.privilege_type order by x.privilege_type) as privileges,
         coalesce(array_agg(distinct x.privilege_type order by x.privilege_type) filter (where x.is_grantable), '{}')
           as grantable,
         bool_or(x.grantor <> c.relowner) as passed
  from aclexplode(a.attacl) x
  group by x.grantee
) g
left join pg_roles r on r.oid = g.grantee
where a.attacl is not null and a.attnum > 0 and not a.attisdropped
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
