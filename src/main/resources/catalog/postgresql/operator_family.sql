-- kind: operator_family
-- plural: operator_families
-- about: Operator families, with what belongs to them but to none of their classes.
-- parent: schema
-- path: schema, operator_family
-- present: pg_opfamily where oid >= 16384
-- attributes:
--   operators  list  definition  =[]  Number, operator, purpose.
--   functions  list  definition  =[]  Number, types, function.
--   owner      text  privilege
--   comment    text  cosmetic
--   oid        int   identity
select n.nspname as schema,
       f.opfname || ' using ' || m.amname as operator_family,
       coalesce((select array_agg(a.amopstrategy::text || ' ' || a.amopopr::regoperator::text
                                  || case when a.amopsortfamily <> 0 then ' for order by ' ||
                                       (select case when sn.system then '' else sn.prefix end || quote_ident(sf.opfname)
                                        from pg_opfamily sf join ${namespaces} sn on sn.oid = sf.opfnamespace
                                        where sf.oid = a.amopsortfamily) else '' end
                                  order by a.amopstrategy, a.amopopr::regoperator::text collate "C")
                 from pg_amop a
                 where a.amopfamily = f.oid
                   and not exists (select from pg_depend x where x.classid = 'pg_amop'::regclass and x.objid = a.oid
                                   and x.refclassid = 'pg_opclass'::regclass)), '{}') as operators,
       coalesce((select array_agg(p.amprocnum::text || ' (' || format_type(p.amproclefttype, null) || ', '
                                  || format_type(p.amprocrighttype, null) || ') ' || p.amproc::regprocedure::text
                                  order by p.amprocnum, format_type(p.amproclefttype, null) collate "C",
                                           format_type(p.amprocrighttype, null) collate "C")
                 from pg_amproc p
                 where p.amprocfamily = f.oid
                   and not exists (select from pg_depend x where x.classid = 'pg_amproc'::regclass and x.objid = p.oid
                                   and x.refclassid = 'pg_opclass'::regclass)), '{}') as functions,
       pg_get_userbyid(f.opfowner) as owner,
       d.description as comment,
       f.oid::bigint as oid
from pg_opfamily f
join ${schemas} n on n.oid = f.opfnamespace
join pg_am m on m.oid = f.opfmethod
left join pg_description d on d.objoid = f.oid and d.classoid = 'pg_opfamily'::regclass and d.objsubid = 0
where f.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_opfamily'::regclass and e.deptype = 'e')
