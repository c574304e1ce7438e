-- kind: materialized_view
-- plural: materialized_views
-- about: Materialised views.
-- parent: schema
-- path: schema, view
-- present: pg_class where relkind = 'm'
-- normal: stored-query@1 (definition) A query is the text that the server writes of what it stored, without blanks and semicolon at its ends.
-- normal: view-qualifiers@1 (definition) Servers before 16 write the columns of a view over one table with the table before them; they are brought to the newer form.
-- normal: option-map@1 (options) Options have no order.
-- attributes:
--   definition     text  definition              The query, as the server writes it.
--   owner          text  privilege               Role that owns it.
--   access_method  text  definition  =heap       How rows are stored.
--   tablespace     text  definition              Where it is stored, if not where the database is.
--   persistence    text  definition  =permanent
--   options        map   operational             Storage parameters.
--   toast_options  map   operational             Storage parameters of its out-of-line values.
--   replica_identity        text  definition  =default  What logical replication would send of an old row: default, full, nothing or index.
--   replica_identity_index  text  definition            The index for replica identity index.
--   populated      bool  state       =true       Whether it can be read.
--   comment        text  cosmetic
--   depends_on     list  definition  =[]   Extensions with which it goes, by DEPENDS ON EXTENSION.
--   oid            int   identity
select n.nspname as schema,
       c.relname as view,
       rtrim(btrim(pg_get_viewdef(c.oid), E' \n'), ';') as definition,
       pg_get_userbyid(c.relowner) as owner,
       am.amname as access_method,
       t.spcname as tablespace,
       ${options c.reloptions} as options,
       ${options toast.reloptions} as toast_options,
       case c.relreplident when 'f' then 'full' when 'n' then 'nothing' when 'i' then 'index' else 'default' end
         as replica_identity,
       ri.relname as replica_identity_index,
       c.relispopulated as populated,
       d.description as comment,
       coalesce(ext.names, '{}') as depends_on,
       c.oid::bigint as oid
from pg_class c
join ${schemas} n on n.oid = c.relnamespace
left join pg_am am on am.oid = c.relam
left join pg_tablespace t on t.oid = c.reltablespace
left join pg_class toast on toast.oid = c.reltoastrelid and c.reltoastrelid <> 0
left join pg_index rx on rx.indrelid = c.oid and rx.indisreplident and c.relreplident = 'i'
left join pg_class ri on ri.oid = rx.indexrelid
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
left join (select x.objid, array_agg(e.extname order by e.extname) as names
           from pg_depend x
           join pg_extension e on e.oid = x.refobjid
           where x.refclassid = 'pg_extension'::regclass and x.classid = 'pg_class'::regclass and x.deptype = 'x'
           group by x.objid) ext on ext.objid = c.oid
where c.relkind = 'm'
  and c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
