-- plural: partitions
-- about: Partitions of tables.
-- parent: table
-- path: schema, table, partition
-- attributes:
--   position                 int   order       Rank within the table.
--   description              text  definition  Upper bound or list of values.
--   subpartitions            list  definition  =[]  Names of the subpartitions, in order.
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
       nullif(p.partition_comment, '') as comment,
       p.partition_method as method,
       p.partition_expression as expression,
       p.subpartition_method as subpartition_method,
       p.subpartition_expression as subpartition_expression
  from information_schema.partitions p
 where :schemas(p.table_schema)
   and p.partition_name is not null
 group by cast(p.table_schema as binary), cast(p.table_name as binary), cast(p.partition_name as binary)
