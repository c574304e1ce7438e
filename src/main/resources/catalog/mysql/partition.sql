-- plural: partitions
-- about: Partitions of tables.
-- parent: table
-- path: schema, table, partition
-- normal: directory@1 (data_directory, index_directory, subpartition_options) A directory is the same with a slash at its end and without; MySQL adds one at times.
-- attributes:
--   position                 int   order       Rank within the table.
--   description              text  definition  Upper bound or list of values.
--   takes_rest               bool  definition  =false  Whether it takes what is in no other list: VALUES DEFAULT of MariaDB.
--   subpartitions            list  definition  =[]  Names of the subpartitions, in order.
--   subpartition_comments    list  cosmetic    =[]  Comments of the subpartitions, in order, if any has one.
--   max_rows                 int   operational  =0  As the partition states it.
--   min_rows                 int   operational  =0  As the partition states it.
--   data_directory           text  operational  As the partition states it.
--   index_directory          text  operational  As the partition states it.
--   stated_tablespace        text  operational  TABLESPACE as the partition states it; where it was asked for, see partition+show_create.sql.
--   subpartition_options     map   operational  MAX_ROWS, MIN_ROWS, DIRECTORY and TABLESPACE by the name of the subpartition that states them; where it was asked for.
--   engine_options           map   operational  Options that only an engine knows; MariaDB, where it was asked for.
--   comment                  text  cosmetic    The partition's comment.
--   method                   text  context     Of the table.
--   expression               text  context     Of the table.
--   subpartition_method      text  context     Of the table.
--   subpartition_expression  text  context     Of the table.
select :name(p.table_schema) as `schema`,
       p.table_name as `table`,
       p.partition_name as `partition`,
       p.partition_ordinal_position as position,
       p.partition_description as description,
       coalesce(concat('[', group_concat(json_quote(p.subpartition_name) order by p.subpartition_ordinal_position separator ','), ']'), '[]') as subpartitions,
       if(max(p.subpartition_name) is null, nullif(max(p.partition_comment), ''), null) as comment,
       if(max(p.subpartition_name) is null or max(p.partition_comment) = '', '[]',
          concat('[', group_concat(json_quote(p.partition_comment) order by p.subpartition_ordinal_position separator ','), ']')) as subpartition_comments,
       p.partition_method as method,
       p.partition_expression as expression,
       p.subpartition_method as subpartition_method,
       p.subpartition_expression as subpartition_expression
  from information_schema.partitions p
 where :schemas(p.table_schema)
   and p.partition_name is not null
 group by cast(p.table_schema as binary), cast(p.table_name as binary), cast(p.partition_name as binary)
