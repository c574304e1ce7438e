with given as (
  select 'schema' as kind, null::text as schema, o.nspname as name, o.nspowner as owner, o.nspacl as acl,
         coalesce(i.initprivs, case when o.nspname = 'information_schema'
           -- It is made after the server has taken note of the rights of its own objects.
           then acldefault('n', o.nspowner) || makeaclitem(0, o.nspowner, 'USAGE', false)
           else acldefault('n', o.nspowner) end) as initial
  from pg_namespace o
  left join pg_init_privs i on i.classoid = 'pg_namespace'::regclass and i.objoid = o.oid and i.objsubid = 0
  where o.nspacl is not null and o.nspacl is distinct from i.initprivs
  and (o.nspname in ('pg_catalog', 'information_schema')
       or exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass and e.objid = o.oid and e.deptype = 'e'))
)
${rights given at o.kind, o.schema, o.name}
