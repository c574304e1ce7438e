-- kind: operator
-- plural: operators
-- about: Operators. The name holds the types of both sides; NONE stands for a side that is not there.
-- parent: schema
-- path: schema, operator
-- present: pg_operator where oid >= 16384
-- attributes:
--   function        text  definition
--   returns         text  definition
--   commutator      text  definition
--   negator         text  definition
--   restrict        text  definition         Estimator of selectivity.
--   join_estimator  text  definition         Estimator of selectivity of joins.
--   hashes          bool  definition  =false
--   merges          bool  definition  =false
--   owner           text  privilege
--   comment         text  cosmetic
--   oid             int   identity
select n.nspname as schema,
       o.oprname || '(' || case when o.oprleft = 0 then 'NONE' else format_type(o.oprleft, null) end || ', '
         || case when o.oprright = 0 then 'NONE' else format_type(o.oprright, null) end || ')' as operator,
       o.oprcode::text as function,
       case when o.oprresult <> 0 then format_type(o.oprresult, null) end as returns,
       case when o.oprcom <> 0 then o.oprcom::regoperator::text end as commutator,
       case when o.oprnegate <> 0 then o.oprnegate::regoperator::text end as negator,
       nullif(o.oprrest::text, '-') as restrict,
       nullif(o.oprjoin::text, '-') as join_estimator,
       o.oprcanhash as hashes,
       o.oprcanmerge as merges,
       pg_get_userbyid(o.oprowner) as owner,
       d.description as comment,
       o.oid::bigint as oid
from pg_operator o
join ${schemas} n on n.oid = o.oprnamespace
left join pg_description d on d.objoid = o.oid and d.classoid = 'pg_operator'::regclass and d.objsubid = 0
-- One without a function is only named by another: it was never made.
where o.oprcode <> 0
  and o.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_operator'::regclass and e.deptype = 'e')
