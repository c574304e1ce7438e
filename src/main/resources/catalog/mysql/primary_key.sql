-- plural: primary_keys
-- about: Primary keys.
-- parent: table
-- path: schema, table, constraint
-- attributes:
--   columns           list  definition  In the order of the key.
--   without_overlaps  bool  definition  =false  Whether no two rows of the same key may share a moment of its period; MariaDB, before 11.4 where it was asked for.
--   period            text  context             The period of such a key, whose columns are its last two.
select :name(s.table_schema) as `schema`,
       s.table_name as `table`,
       s.index_name as `constraint`,
       concat('[', group_concat(json_quote(s.column_name) order by s.seq_in_index separator ','), ']') as columns
  from information_schema.statistics s
 where :schemas(s.table_schema)
   and s.index_name = 'PRIMARY'
 group by cast(s.table_schema as binary), cast(s.table_name as binary)
