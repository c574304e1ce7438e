-- kind: column
-- plural: columns
-- about: Columns of tables and views.
-- parent: table, view, materialized_view
-- path: schema, table, column
-- rank: 2
-- normal: type-name@1 (type) The server writes types by their full names, so that int4 is integer and varchar(20) is character varying(20).
-- normal: hidden-name@1 (type, default, generated, collation) In a relative reading what is named like something of the server's stands with the empty schema before it, here and wherever else it is named; the name alone is the server's.
-- normal: stored-expression@1 (default, generated) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- normal: closed-ranks@1 (position) Dropped columns leave gaps in the numbers; the order of columns counts, not their numbers.
-- normal: usual-identity@1 (identity_options) Options that have the value the server would have chosen are left out, stated or not.
-- normal: type-collation@1 (collation) A collation that is the type's own is left out, stated or not.
-- normal: usual-name@1 (not_null_name) A NOT NULL constraint that has the name the server would have given is one without a name.
-- normal: usual-storage@1 (storage, compression, statistics_target) What is the type's or the server's own choice is left out, stated or not.
-- normal: option-map@1 (options, foreign_options) Options have no order.
-- attributes:
--   position             int   order                        Rank among the columns.
--   type                 text  definition                   With modifiers.
--   nullable             bool  definition   =true           Whether NULL may be stored.
--   default              text  definition                   Expression for a value that is not given.
--   generated            text  definition                   Expression the value is computed from.
--   generated_kind       text  definition                   stored or virtual.
--   identity             text  definition                   always or by default.
--   identity_options     map   definition                   Options of the identity's sequence that are not usual.
--   identity_sequence    text  definition                   Name of the identity's sequence.
--   collation            text  definition                   If it is not the type's own.
--   not_null_name        text  definition                   Name of the NOT NULL constraint, if it is not table_column_not_null of this table or another.
--   not_null_validated   bool  state        =true           Whether rows were checked when NOT NULL was added.
--   not_null_inherited   bool  definition   =true           Whether NOT NULL passes to tables that inherit.
--   inherited            bool  definition   =false          Whether the column comes from a table that this one inherits from, and from there only.
--   storage              text  operational                  plain, external, extended or main, if it is not the type's own.
--   compression          text  operational                  pglz or lz4, if it is not the server's default.
--   statistics_target    int   operational                  How finely values are sampled, if it is not the server's default.
--   options              map   operational                  n_distinct and the like.
--   foreign_options      map   definition                   Options of a foreign table's column.
--   comment              text  cosmetic
--   identity_comment     text  cosmetic                     Comment on the identity's sequence.
--   not_null_comment     text  cosmetic                     Comment on the NOT NULL constraint.
--   table_kind           text  context      =table          table, partitioned, partition, foreign, view or materialized_view.
--   base_type            text  context                      The type without modifiers.
--   length               int   context                      Most characters or bits.
--   precision            int   context                      Decimal digits of a number.
--   scale                int   context                      Digits after the point of a number.
--   id                   text  identity                     OID of the table and number of the column.
with relation as materialized (
  select c.oid, c.relname, c.relkind, c.relispartition, c.relpersistence, n.nspname
  from pg_class c
  join ${schemas} n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f', 'v', 'm')
    and not exists (select from pg_depend e
                    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.deptype = 'e')
), identity as (
  select d.refobjid, d.refobjsubid, sc.relname, sc.relpersistence, sd.description as comment, s.*
  from pg_depend d
  join pg_sequence s on s.seqrelid = d.objid
  join pg_class sc on sc.oid = d.objid
  left join pg_description sd on sd.objoid = d.objid and sd.classoid = 'pg_class'::regclass and sd.objsubid = 0
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype = 'i'
)
select c.nspname as schema,
       c.relname as table,
       a.attname as column,
       a.attnum as position,
       format_type(a.atttypid, a.atttypmod) as type,
       not a.attnotnull as nullable,
       -- A default names no column: told without a table (0), it opens none, and waits for no lock.
       case when a.attgenerated = '' then pg_get_expr(ad.adbin, 0) end as default,
       case when a.attgenerated <> '' then pg_get_expr(ad.adbin, ad.adrelid) end as generated,
       case a.attgenerated when 's' then 'stored' when 'v' then 'virtual' end as generated_kind,
       case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
       -- Asked first whether there is anything to tell, for to write it down is dear.
       case when i.seqtypid <> a.atttypid or i.seqcache <> 1 or i.seqcycle or i.seqincrement <> 1
              or i.seqmin <> 1 or i.seqstart <> 1
              or i.seqmax <> case i.seqtypid when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end
              or (i.relpersistence = 'u' and c.relpersistence <> 'u') then
         nullif(json_strip_nulls(json_build_object(
           'type', case when i.seqtypid <> a.atttypid then format_type(i.seqtypid, null) end,
           'start', nullif(i.seqstart, case when i.seqincrement > 0 then i.seqmin else i.seqmax end),
           'increment', nullif(i.seqincrement, 1),
           'minimum', nullif(i.seqmin, case when i.seqincrement > 0 then 1 else
             case i.seqtypid when 21 then -32768 when 23 then -2147483648 else -9223372036854775808 end end),
           'maximum', nullif(i.seqmax, case when i.seqincrement < 0 then -1 else
             case i.seqtypid when 21 then 32767 when 23 then 2147483647 else 9223372036854775807 end end),
           'cache', nullif(i.seqcache, 1),
           'cycle', nullif(i.seqcycle, false),
           'unlogged', nullif(i.relpersistence = 'u' and c.relpersistence <> 'u', false)))::text, '{}')
       end as identity_options,
       i.relname as identity_sequence,
       i.comment as identity_comment,
       case when a.attcollation <> t.typcollation then
         (select case when cn.system then '' else cn.prefix end || co.collname
          from pg_collation co join ${namespaces} cn on cn.oid = co.collnamespace
          where co.oid = a.attcollation) end as collation,
       case when nn.conislocal and nn.conname <> c.relname || '_' || a.attname || '_not_null'  -- [>= 18]
              -- The server cuts a name of more than 63 bytes, and numbers one that is taken.  -- [>= 18]
              and not (octet_length(c.relname || '_' || a.attname || '_not_null') > 63 and nn.conname ~ '_not_null[0-9]*$')  -- [>= 18]
              -- A table that was once a part or an heir of another has the other's usual name.  -- [>= 18]
              and not (nn.coninhcount = 0 and exists (select from pg_class x  -- [>= 18]
                              where x.relname || '_' || a.attname || '_not_null' = nn.conname  -- [>= 18]
                                and x.relname = left(nn.conname, length(nn.conname) - length(a.attname) - 10)  -- [>= 18]
                                and x.relkind in ('r', 'p')))  -- [>= 18]
            then nn.conname end as not_null_name,  -- [>= 18]
       coalesce(nn.convalidated, true) as not_null_validated,  -- [>= 18]
       not coalesce(nn.connoinherit, false) as not_null_inherited,  -- [>= 18]
       nd.description as not_null_comment,  -- [>= 18]
       a.attinhcount > 0 and not a.attislocal and not c.relispartition as inherited,
       case when a.attstorage <> t.typstorage then
         case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'x' then 'extended' when 'm' then 'main' end
       end as storage,
       case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as compression,
       nullif(a.attstattarget, -1) as statistics_target,
       ${options a.attoptions} as options,
       ${options a.attfdwoptions} as foreign_options,
       d.description as comment,
       case when c.relkind = 'v' then 'view' when c.relkind = 'm' then 'materialized_view'
            when c.relkind = 'f' then 'foreign' when c.relkind = 'p' then 'partitioned'
            when c.relispartition then 'partition' else 'table' end as table_kind,
       case when a.atttypmod >= 0 then format_type(a.atttypid, null) else format_type(a.atttypid, a.atttypmod) end as base_type,
       case when a.atttypid in (1042, 1043) and a.atttypmod >= 4 then a.atttypmod - 4
            when a.atttypid in (1560, 1562) and a.atttypmod >= 0 then a.atttypmod end as length,
       case when a.atttypid = 1700 and a.atttypmod >= 4 then ((a.atttypmod - 4) >> 16) & 65535 end as precision,
       -- Scale is a signed number of 11 bits.
       case when a.atttypid = 1700 and a.atttypmod >= 4 then (((a.atttypmod - 4) & 2047) # 1024) - 1024 end as scale,
       -- Said to be text, for a user may have made casts that leave the server a choice.
       c.oid::text || '.' || a.attnum::text as id
from relation c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_attrdef ad on ad.adrelid = a.attrelid and ad.adnum = a.attnum
left join identity i on i.refobjid = a.attrelid and i.refobjsubid = a.attnum
left join pg_constraint nn on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey = array[a.attnum]  -- [>= 18]
left join pg_description nd on nd.objoid = nn.oid and nd.classoid = 'pg_constraint'::regclass and nd.objsubid = 0  -- [>= 18]
left join pg_description d on d.objoid = a.attrelid and d.classoid = 'pg_class'::regclass and d.objsubid = a.attnum
