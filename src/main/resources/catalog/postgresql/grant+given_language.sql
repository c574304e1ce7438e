with given as (
  select 'language' as kind, null::text as schema, l.lanname as name, l.lanowner as owner, l.lanacl as acl,
         coalesce(i.initprivs, acldefault('l', l.lanowner)) as initial
  from pg_language l
  left join pg_init_privs i on i.classoid = 'pg_language'::regclass and i.objoid = l.oid and i.objsubid = 0
  where l.lanacl is not null and l.lanacl is distinct from i.initprivs
  and (l.oid < 16384 or exists (select from pg_depend e where e.classid = 'pg_language'::regclass and e.objid = l.oid and e.deptype = 'e'))
)
${rights given at o.kind, o.schema, o.name}
