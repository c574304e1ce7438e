-- plural: check_constraints
-- about: Checks of tables and, in MariaDB, of columns, which bear the column's name.
-- parent: table
-- path: schema, table, constraint
-- server: mariadb | mysql >= 8.0.16
-- normal: expression-text@2 (expression) The character set utf8mb4 that MySQL writes before each text, stated or the connection's, and brackets around the whole, are left out; MariaDB writes neither.
-- normal: json-alias@1 (path) The check that MariaDB adds to a column of type json is part of the type.
-- normal: twin-names@1 (path) A check of a column and one of the table may share a name; one of the table that is called like a column has its kind after it.
-- attributes:
--   expression  text  definition          What must not be false.
--   enforced    bool  state       =true   False for NOT ENFORCED; MySQL.
--   level       text  definition  =table  table, or column in MariaDB.
--   period      bool  definition  =false  Whether it comes with a period of the table, PERIOD FOR, which keeps start before end; MariaDB, before 11.4 where it was asked for.
select :name(k.constraint_schema) as `schema`,  -- [mariadb]
       k.table_name as `table`,  -- [mariadb]
       k.constraint_name as `constraint`,  -- [mariadb]
       k.check_clause as expression,  -- [mariadb]
       lower(k.level) as level  -- [mariadb >= 10.5.10]
       , p.period is not null as period  -- [mariadb >= 11.4]
  from information_schema.check_constraints k  -- [mariadb]
  left join (select table_schema, table_name, period from information_schema.periods where :schemas(table_schema)) p  -- [mariadb >= 11.4]
    on p.table_schema = k.constraint_schema and p.table_name = k.table_name and p.period = k.constraint_name and k.level = 'Table'  -- [mariadb >= 11.4]
 where :schemas(k.constraint_schema)  -- [mariadb]
select :name(t.table_schema) as `schema`,  -- [mysql]
       t.table_name as `table`,  -- [mysql]
       t.constraint_name as `constraint`,  -- [mysql]
       k.check_clause as expression,  -- [mysql]
       t.enforced = 'YES' as enforced  -- [mysql]
  from information_schema.table_constraints t  -- [mysql]
  join information_schema.check_constraints k  -- [mysql]
    on k.constraint_schema = t.constraint_schema and k.constraint_name = t.constraint_name  -- [mysql]
 where :schemas(t.table_schema) and t.constraint_type = 'CHECK'  -- [mysql]
