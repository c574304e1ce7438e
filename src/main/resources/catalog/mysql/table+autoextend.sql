-- server: mysql >= 8.0.23
-- completes: autoextend_size
-- denied: how files of InnoDB grow is told with PROCESS alone, which shows what others do as well and is not asked for
select :name(t.table_schema) as `schema`,
       t.table_name as `table`,
       x.autoextend_size as autoextend_size
  from (select s.name, s.autoextend_size from information_schema.innodb_tablespaces s where s.autoextend_size > 0) x
  join information_schema.tables t on x.name = concat(t.table_schema, '/', t.table_name)
 where :schemas(t.table_schema)
