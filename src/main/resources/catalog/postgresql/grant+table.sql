with holder as materialized (
  -- Tables by the thousand have few lists among them.
  select l.relacl, l.relowner, coalesce(r.rolname::text, 'PUBLIC') as name,
         ${rights of l.relacl}
  from (select distinct relacl, relowner from pg_class where relacl is not null and relkind in ('r', 'p', 'f', 'v', 'm')) l
  ${holders of l.relacl owned by l.relowner}
  left join pg_roles r on r.oid = g.grantee
  where g.grantee <> l.relowner
     or g.grantable <> '{}' or g.passed
     or g.privileges <> (select array_agg(u.privilege_type order by u.privilege_type)
                         from aclexplode(acldefault('r', l.relowner)) u where u.grantee = l.relowner)
)
select array[case c.relkind when 'v' then 'view' when 'm' then 'materialized_view' else 'table' end, n.nspname, c.relname, h.name] as path,
       h.privileges as privileges,
       h.grantable as grantable,
       h.granted_by as granted_by
from pg_class c
join ${schemas} n on n.oid = c.relnamespace
join holder h on h.relacl = c.relacl and h.relowner = c.relowner
where c.relkind in ('r', 'p', 'f', 'v', 'm')
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
