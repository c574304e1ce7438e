-- present: pg_foreign_data_wrapper
with given as (
  select 'foreign_data_wrapper' as kind, null::text as schema, w.fdwname as name, w.fdwowner as owner, w.fdwacl as acl,
         coalesce(i.initprivs, acldefault('F', w.fdwowner)) as initial
  from pg_foreign_data_wrapper w
  left join pg_init_privs i on i.classoid = 'pg_foreign_data_wrapper'::regclass and i.objoid = w.oid and i.objsubid = 0
  where w.fdwacl is not null and w.fdwacl is distinct from i.initprivs
  and exists (select from pg_depend e where e.classid = 'pg_foreign_data_wrapper'::regclass and e.objid = w.oid and e.deptype = 'e')
)
${rights given at o.kind, o.schema, o.name}
