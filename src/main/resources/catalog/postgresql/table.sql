-- kind: table
-- plural: tables
-- about: Tables of all sorts; views have kinds of their own.
-- parent: schema
-- path: schema, table
-- attributes:
--   table_kind              text  definition  =table      table, partitioned, partition or foreign. A partition that is partitioned itself is partitioned and has partition_of.
--   owner                   text  privilege               Role that owns it.
--   persistence             text  definition  =permanent  permanent or unlogged.
--   access_method           text  definition  =heap       How rows are stored.
--   partition_access_method text  definition              How rows of new partitions are stored, if a partitioned table says so.
--   tablespace              text  definition              Where it is stored, if not where the database is.
--   options                 map   operational             Storage parameters.
--   toast_options           map   operational             Storage parameters of its out-of-line values.
--   partition_by            text  definition              Strategy and key of a partitioned table.
--   partition_of            text  definition              The partitioned table it is a part of.
--   partition_bound         text  definition              Which rows go to this partition.
--   detach_pending          bool  state       =false      Whether a concurrent detach of the partition was left half-done.
--   inherits                list  definition  =[]         Tables it inherits from, in order.
--   of_type                 text  definition              The composite type it is made of.
--   row_security            bool  privilege   =false      Whether policies restrict rows.
--   force_row_security      bool  privilege   =false      Whether policies restrict the owner too.
--   replica_identity        text  definition  =default    What logical replication sends of an old row: default, full, nothing or index.
--   replica_identity_index  text  definition              The index for replica identity index.
--   foreign_server          text  definition              Server of a foreign table.
--   foreign_options         map   definition              Options of a foreign table.
--   comment                 text  cosmetic
--   oid                     int   identity
with relation as materialized (
  select c.*, n.nspname
  from pg_class c
  join ${schemas} n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'f')
    and c.oid not in (select e.objid from pg_depend e
                      where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
), parents as (
  select i.inhrelid, array_agg(pn.prefix || p.relname order by i.inhseqno) as names,
         bool_or(i.inhdetachpending) as detach_pending
  from pg_inherits i
  join pg_class p on p.oid = i.inhparent and p.relkind in ('r', 'p', 'f')
  join ${namespaces} pn on pn.oid = p.relnamespace
  group by i.inhrelid
)
select c.nspname as schema,
       c.relname as table,
       case when c.relkind = 'f' then 'foreign' when c.relkind = 'p' then 'partitioned'
            when c.relispartition then 'partition' else 'table' end as table_kind,
       pg_get_userbyid(c.relowner) as owner,
       case c.relpersistence when 'u' then 'unlogged' when 't' then 'temporary' else 'permanent' end as persistence,
       case when c.relkind = 'p' then 'heap' else coalesce(am.amname, 'heap') end as access_method,
       case when c.relkind = 'p' then am.amname end as partition_access_method,
       t.spcname as tablespace,
       case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as partition_by,
       case when c.relispartition then p.names[1] end as partition_of,
       case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as partition_bound,
       coalesce(p.detach_pending, false) as detach_pending,
       case when c.relispartition or p.names is null then '{}' else p.names end as inherits,
       tn.prefix || ty.typname as of_type,
       c.relrowsecurity as row_security,
       c.relforcerowsecurity as force_row_security,
       case when c.relkind = 'f' then 'default' when c.relreplident = 'f' then 'full' when c.relreplident = 'n' then 'nothing' when c.relreplident = 'i' then 'index'
            else 'default' end as replica_identity,
       ri.relname as replica_identity_index,
       fs.srvname as foreign_server,
       ${options ft.ftoptions} as foreign_options,
       ${options c.reloptions} as options,
       ${options toast.reloptions} as toast_options,
       d.description as comment,
       c.oid::bigint as oid
from relation c
left join pg_am am on am.oid = c.relam
left join pg_tablespace t on t.oid = c.reltablespace
left join parents p on p.inhrelid = c.oid
left join pg_type ty on ty.oid = c.reloftype and c.reloftype <> 0
left join ${namespaces} tn on tn.oid = ty.typnamespace
left join pg_index rx on rx.indrelid = c.oid and rx.indisreplident and c.relreplident = 'i'
left join pg_class ri on ri.oid = rx.indexrelid
left join pg_foreign_table ft on ft.ftrelid = c.oid
left join pg_foreign_server fs on fs.oid = ft.ftserver
left join pg_class toast on toast.oid = c.reltoastrelid and c.reltoastrelid <> 0
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
