-- kind: index
-- plural: indexes
-- about: Indexes, those that constraints stand on included.
-- parent: table, materialized_view
-- path: schema, table, index
-- rank: 3
-- normal: stored-expression@1 (keys, predicate) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- normal: usual-order@1 (keys) ASC, the place of nulls that follows from the order, and operator classes and collations that are the usual ones of the column are left out.
-- normal: option-map@1 (options) Options have no order.
-- attributes:
--   keys                list  definition               Each key with collation, operator class and order where they are not usual.
--   unique              bool  definition  =false
--   method              text  definition  =btree       Access method.
--   predicate           text  definition               Which rows it holds, if not all.
--   include             list  definition  =[]          Columns that are only carried along.
--   nulls_not_distinct  bool  definition  =false       Whether NULL equals NULL.
--   index_of            text  definition               The index of the partitioned table it is a part of.
--   tablespace          text  definition               Where it is stored, if not where the database is.
--   options             map   operational              Storage parameters.
--   clustered           bool  operational =false       Whether CLUSTER without a name orders the table by it.
--   statistics_targets  list  operational =[]          How finely expressions are sampled, as key=target.
--   valid               bool  state       =true        Whether it is used: false after a failed CREATE INDEX CONCURRENTLY.
--   comment             text  cosmetic
--   depends_on          list  definition  =[]   Extensions with which it goes, by DEPENDS ON EXTENSION.
--   columns             list  context                  Names of the key columns; text of expressions.
--   constraint          text  context                  The constraint that stands on it.
--   primary             bool  context     =false       Whether it is the primary key's.
--   oid                 int   identity
with part as (
  -- One row for each column of an index, in order: the arrays below are filled as rows come.
  select i.indexrelid, ia.attnum <= i.indnkeyatts as key, a.attname::text as attname,
         i.indoption[ia.attnum - 1] as ordering, ia.attoptions as options, ia.attnum as rank,
         nullif(ia.attstattarget, -1) as target,
         coalesce(quote_ident(a.attname), e.expression) as name,
         -- An expression has a collation of its own that the catalogue does not hold; the server says another one, but
         -- to write the index down is dear, and needless where nothing in it has any but the usual collation (100).
         case when i.indcollation[ia.attnum - 1] <> coalesce(a.attcollation, 0)
                and (a.attname is not null
                     or (i.indcollation[ia.attnum - 1] <> 100
                         or strpos(replace(replace(i.indexprs::text, 'collid 100 ', ''), 'collid 0 ', ''), 'coll') > 0)
                       and strpos(pg_get_indexdef(i.indexrelid), e.expression || ' COLLATE ') > 0) then
           (select case when cn.system then '' else cn.prefix end || quote_ident(co.collname)
            from pg_collation co join ${namespaces} cn on cn.oid = co.collnamespace
            where co.oid = i.indcollation[ia.attnum - 1]) end as collated,
         -- A class that is the default of another type is not the default where this type has one of its own.
         case when not o.opcdefault or ia.attoptions is not null
                or (o.opcintype <> coalesce(a.atttypid, ia.atttypid) and own.oid is not null) then
           (select case when opn.system then '' else opn.prefix end || quote_ident(o.opcname)
            from ${namespaces} opn where opn.oid = o.opcnamespace) end as opclass
  from pg_index i
  join pg_class ic on ic.oid = i.indexrelid
  join ${schemas} n on n.oid = ic.relnamespace
  join pg_attribute ia on ia.attrelid = i.indexrelid
  -- Looked up one by one (offset 0): most columns of a large database are in no index.
  left join lateral (select c.attname, c.attcollation, c.atttypid
                     from pg_attribute c
                     where c.attrelid = i.indrelid and c.attnum = i.indkey[ia.attnum - 1] and c.attnum <> 0
                     offset 0) a on true
  cross join lateral (select case when a.attname is null then pg_get_indexdef(i.indexrelid, ia.attnum, false) end
                               as expression
                      offset 0) e
  left join pg_opclass o on o.oid = i.indclass[ia.attnum - 1]
  left join pg_opclass own
    on own.opcmethod = o.opcmethod and own.opcdefault and own.opcintype = coalesce(a.atttypid, ia.atttypid)
  order by i.indexrelid, ia.attnum
), keyed as (
  select indexrelid,
         array_agg(coalesce(attname, name)) filter (where key) as columns,
         array_agg(name) filter (where not key) as include,
         array_agg(name
           || coalesce(' COLLATE ' || collated, '')
           || coalesce(' ' || opclass, '')
           || coalesce('(' || array_to_string(options, ', ') || ')', '')
           || case when ordering & 1 = 1 then ' DESC' else '' end
           || case when ordering & 3 = 1 then ' NULLS LAST' when ordering & 3 = 2 then ' NULLS FIRST' else '' end)
           filter (where key) as keys,
         array_agg(rank::text || '=' || target::text) filter (where target >= 0) as targets
  from part
  group by indexrelid
)
select n.nspname as schema,
       t.relname as table,
       ic.relname as index,
       k.keys as keys,
       i.indisunique as unique,
       am.amname as method,
       pg_get_expr(i.indpred, i.indrelid) as predicate,
       coalesce(k.include, '{}') as include,
       i.indnullsnotdistinct as nulls_not_distinct,  -- [>= 15]
       pn.prefix || pc.relname as index_of,
       ts.spcname as tablespace,
       ${options ic.reloptions} as options,
       i.indisclustered as clustered,
       coalesce(k.targets, '{}') as statistics_targets,
       i.indisvalid as valid,
       d.description as comment,
       coalesce(ext.names, '{}') as depends_on,
       k.columns as columns,
       c.conname as constraint,
       i.indisprimary as primary,
       ic.oid::bigint as oid
from pg_index i
join keyed k on k.indexrelid = i.indexrelid
join pg_class ic on ic.oid = i.indexrelid
join pg_class t on t.oid = i.indrelid
join ${schemas} n on n.oid = ic.relnamespace
join pg_am am on am.oid = ic.relam
left join pg_tablespace ts on ts.oid = ic.reltablespace
left join pg_inherits h on h.inhrelid = ic.oid
left join pg_class pc on pc.oid = h.inhparent
left join ${namespaces} pn on pn.oid = pc.relnamespace
-- Read as a whole (offset 0): one look for each index would take longer.
left join (select conindid, conrelid, conname from pg_constraint where contype in ('p', 'u', 'x') offset 0) c
  on c.conindid = i.indexrelid and c.conrelid = i.indrelid
left join pg_description d on d.objoid = ic.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
left join (select x.objid, array_agg(e.extname order by e.extname) as names
           from pg_depend x
           join pg_extension e on e.oid = x.refobjid
           where x.refclassid = 'pg_extension'::regclass and x.classid = 'pg_class'::regclass and x.deptype = 'x'
           group by x.objid) ext on ext.objid = ic.oid
where t.relkind in ('r', 'p', 'm')
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
  and ic.oid not in (select e.objid from pg_depend e
                     where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
