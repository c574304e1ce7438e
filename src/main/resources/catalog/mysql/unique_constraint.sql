-- plural: unique_constraints
-- about: Unique keys other than the primary key. To MySQL and MariaDB a unique constraint and a unique index are the same thing.
-- parent: table
-- path: schema, table, constraint
-- attributes:
--   columns           list  definition  In the order of the key; an expression stands in parentheses.
--   without_overlaps  bool  definition  =false  Whether no two rows of the same key may share a moment of its period; MariaDB, before 11.4 where it was asked for.
--   period            text  context             The period of such a key, whose columns are its last two.
select :name(s.table_schema) as `schema`,
       s.table_name as `table`,
       s.index_name as `constraint`,
       concat('[', group_concat(json_quote(s.column_name) order by s.seq_in_index separator ','), ']') as columns  -- [mariadb | mysql < 8.0.13]
       concat('[', group_concat(json_quote(concat(coalesce(s.column_name, concat('(', s.expression, ')')), '')) order by s.seq_in_index separator ','), ']') as columns  -- [mysql >= 8.0.13]
  from information_schema.statistics s
 where :schemas(s.table_schema)
   and s.non_unique = 0
   and s.index_name <> 'PRIMARY'
 group by cast(s.table_schema as binary), cast(s.table_name as binary), cast(s.index_name as binary)
