-- kind: operator_class
-- plural: operator_classes
-- about: Operator classes; their operators and functions stand with the family.
-- parent: schema
-- path: schema, operator_class
-- present: pg_opclass where oid >= 16384
-- attributes:
--   type       text  definition          Type it is for.
--   default    bool  definition  =false  Whether indexes on the type use it unless told otherwise.
--   family     text  definition
--   key_type   text  definition          Type that the index stores, if another.
--   operators  list  definition  =[]     Number, operator, purpose.
--   functions  list  definition  =[]     Number, types if not twice its own, function.
--   owner      text  privilege
--   comment    text  cosmetic
--   oid        int   identity
select n.nspname as schema,
       o.opcname || ' using ' || m.amname as operator_class,
       format_type(o.opcintype, null) as type,
       o.opcdefault as default,
       case when fn.system then '' else fn.prefix end || f.opfname as family,
       case when o.opckeytype <> 0 then format_type(o.opckeytype, null) end as key_type,
       coalesce((select array_agg(a.amopstrategy::text || ' ' || a.amopopr::regoperator::text
                                  || case when a.amopsortfamily <> 0 then ' for order by ' ||
                                       (select case when sn.system then '' else sn.prefix end || quote_ident(sf.opfname)
                                        from pg_opfamily sf join ${namespaces} sn on sn.oid = sf.opfnamespace
                                        where sf.oid = a.amopsortfamily) else '' end order by a.amopstrategy)
                 from pg_amop a
                 join pg_depend x on x.classid = 'pg_amop'::regclass and x.objid = a.oid
                                 and x.refclassid = 'pg_opclass'::regclass and x.refobjid = o.oid), '{}') as operators,
       coalesce((select array_agg(p.amprocnum::text
                                  || case when p.amproclefttype <> o.opcintype or p.amprocrighttype <> o.opcintype then
                                       ' (' || format_type(p.amproclefttype, null) || ', '
                                       || format_type(p.amprocrighttype, null) || ')' else '' end
                                  || ' ' || p.amproc::regprocedure::text
                                  order by p.amprocnum, p.amproc::regprocedure::text collate "C")
                 from pg_amproc p
                 join pg_depend x on x.classid = 'pg_amproc'::regclass and x.objid = p.oid
                                 and x.refclassid = 'pg_opclass'::regclass and x.refobjid = o.oid), '{}') as functions,
       pg_get_userbyid(o.opcowner) as owner,
       d.description as comment,
       o.oid::bigint as oid
from pg_opclass o
join ${schemas} n on n.oid = o.opcnamespace
join pg_am m on m.oid = o.opcmethod
join pg_opfamily f on f.oid = o.opcfamily
join ${namespaces} fn on fn.oid = f.opfnamespace
left join pg_description d on d.objoid = o.oid and d.classoid = 'pg_opclass'::regclass and d.objsubid = 0
where o.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_opclass'::regclass and e.deptype = 'e')
