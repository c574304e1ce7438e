with given as (
  select 'type' as kind, n.nspname as schema, t.typname as name, t.typowner as owner, t.typacl as acl,
         coalesce(i.initprivs, acldefault('T', t.typowner)) as initial
  from pg_type t
  join ${namespaces} n on n.oid = t.typnamespace
  left join pg_init_privs i on i.classoid = 'pg_type'::regclass and i.objoid = t.oid and i.objsubid = 0
  where t.typacl is not null and t.typacl is distinct from i.initprivs
  and (n.system or n.nspname = 'information_schema'
       or exists (select from pg_depend e where e.classid = 'pg_type'::regclass and e.objid = t.oid and e.deptype = 'e'))
)
${rights given at o.kind, o.schema, o.name}
