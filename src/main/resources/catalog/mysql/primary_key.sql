-- plural: primary_keys
-- about: Primary keys.
-- parent: table
-- path: schema, table, constraint
-- attributes:
--   columns           list  definition  In the order of the key.
--   without_overlaps  bool  definition  =false  Whether no two rows of the same key may share a moment of its period; MariaDB, before 11.4 where it was asked for.
--   period            text  context             The table's period that a key may have so, whose columns are then its last two.
select :name(s.table_schema) as `schema`,
       s.table_name as `table`,
       s.index_name as `constraint`,
       concat('[', group_concat(json_quote(s.column_name) order by s.seq_in_index separator ','), ']') as columns
       , max(p.period) as period  -- [mariadb >= 11.4]
  from information_schema.statistics s
  left join (select table_schema, table_name, period from information_schema.periods where :schemas(table_schema) and period <> 'SYSTEM_TIME') p  -- [mariadb >= 11.4]
    on p.table_schema = s.table_schema and p.table_name = s.table_name  -- [mariadb >= 11.4]
 where :schemas(s.table_schema)
   and s.index_name = 'PRIMARY'
 group by cast(s.table_schema as binary), cast(s.table_name as binary)
