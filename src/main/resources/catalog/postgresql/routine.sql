-- kind: routine
-- plural: routines
-- about: Functions, procedures, aggregates and window functions.
-- parent: schema
-- path: schema, routine
-- present: pg_proc where oid >= 16384
-- normal: type-name@1 (arguments, returns) The server writes types by their full names, so that int4 is integer and varchar(20) is character varying(20).
-- normal: usual-cost@1 (cost, rows) Estimates that are the server's own are left out, stated or not.
-- normal: option-map@1 (configuration) Options have no order.
-- normal: relative-body@1 (body) In a relative reading the schema's own name is cut off before the name of something in it, wherever it stands in the text of a body.
-- attributes:
--   routine_kind      text  definition  =function   function, procedure, aggregate or window.
--   language          text  definition
--   arguments         text  definition              With names, modes and defaults.
--   returns           text  definition
--   body              text  definition              Source text, or the symbol in the library.
--   library           text  definition              Library of a C function.
--   security_definer  bool  privilege   =false      Whether it runs with the rights of its owner.
--   volatility        text  definition  =volatile   volatile, stable or immutable.
--   strict            bool  definition  =false      Whether NULL in gives NULL out.
--   leakproof         bool  privilege   =false      Whether it is trusted to see rows that policies hide.
--   parallel          text  definition  =unsafe     unsafe, restricted or safe.
--   cost              text  operational             If it is not the language's own.
--   rows              text  operational             Estimated number of rows, if it is not 1000.
--   support           text  operational             Function that helps the planner.
--   transforms        list  definition  =[]         Types that are converted by a transform.
--   configuration     map   definition              Settings while it runs.
--   aggregate         map   definition              Functions and state of an aggregate.
--   owner             text  privilege               Role that owns it.
--   comment           text  cosmetic
--   depends_on        list  definition  =[]   Extensions with which it goes, by DEPENDS ON EXTENSION.
--   oid               int   identity
select n.nspname as schema,
       p.proname || '(' || oidvectortypes(p.proargtypes) || ')' as routine,
       case p.prokind when 'f' then 'function' when 'p' then 'procedure' when 'a' then 'aggregate' when 'w' then 'window' end
         as routine_kind,
       l.lanname as language,
       pg_get_function_arguments(p.oid) as arguments,
       pg_get_function_result(p.oid) as returns,
       case when p.prokind = 'a' then null when p.prosqlbody is not null then pg_get_function_sqlbody(p.oid) else p.prosrc end as body,
       p.probin as library,
       p.prosecdef as security_definer,
       case p.provolatile when 'v' then 'volatile' when 's' then 'stable' when 'i' then 'immutable' end as volatility,
       p.proisstrict as strict,
       p.proleakproof as leakproof,
       case p.proparallel when 'u' then 'unsafe' when 'r' then 'restricted' when 's' then 'safe' end as parallel,
       case when p.procost <> case when l.lanname in ('internal', 'c') then 1 else 100 end and p.prokind <> 'a'
            then p.procost::text end as cost,
       case when p.proretset and p.prorows <> 1000 then p.prorows::text end as rows,
       case when p.prosupport <> 0 then p.prosupport::text end as support,
       coalesce((select array_agg(format_type(t, null) order by r) from unnest(p.protrftypes) with ordinality x(t, r)), '{}')
         as transforms,
       ${options p.proconfig} as configuration,
       case when p.prokind = 'a' then
         (select json_strip_nulls(json_build_object(
            'kind', case a.aggkind when 'n' then null when 'o' then 'ordered-set' when 'h' then 'hypothetical-set' end,
            'direct_arguments', nullif(a.aggnumdirectargs, 0),
            'transition', a.aggtransfn::text,
            'final', nullif(a.aggfinalfn::text, '-'),
            'final_extra', nullif(a.aggfinalextra, false),
            'final_modify', case a.aggfinalmodify when 'r' then null else a.aggfinalmodify end,
            'combine', nullif(a.aggcombinefn::text, '-'),
            'serial', nullif(a.aggserialfn::text, '-'),
            'deserial', nullif(a.aggdeserialfn::text, '-'),
            'moving_transition', nullif(a.aggmtransfn::text, '-'),
            'moving_inverse', nullif(a.aggminvtransfn::text, '-'),
            'moving_final', nullif(a.aggmfinalfn::text, '-'),
            'moving_final_extra', nullif(a.aggmfinalextra, false),
            'moving_final_modify', case a.aggmfinalmodify when 'r' then null else a.aggmfinalmodify end,
            'sort_operator', nullif(a.aggsortop::regoperator::text, '0'),
            'state', format_type(a.aggtranstype, null),
            'state_size', nullif(a.aggtransspace, 0),
            'moving_state', case when a.aggmtranstype <> 0 then format_type(a.aggmtranstype, null) end,
            'moving_state_size', nullif(a.aggmtransspace, 0),
            'initial', a.agginitval,
            'moving_initial', a.aggminitval))
          from pg_aggregate a where a.aggfnoid = p.oid) end as aggregate,
       pg_get_userbyid(p.proowner) as owner,
       d.description as comment,
       coalesce(ext.names, '{}') as depends_on,
       p.oid::bigint as oid
from pg_proc p
join ${schemas} n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
left join pg_description d on d.objoid = p.oid and d.classoid = 'pg_proc'::regclass and d.objsubid = 0
left join (select x.objid, array_agg(e.extname order by e.extname) as names
           from pg_depend x
           join pg_extension e on e.oid = x.refobjid
           where x.refclassid = 'pg_extension'::regclass and x.classid = 'pg_proc'::regclass and x.deptype = 'x'
           group by x.objid) ext on ext.objid = p.oid
where p.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_proc'::regclass and e.deptype = 'e')
  -- A range type makes its constructors itself.
  and not exists (select from pg_depend i
                  where i.classid = 'pg_proc'::regclass and i.objid = p.oid and i.deptype = 'i')
