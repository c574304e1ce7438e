-- server: mariadb >= 11.4
-- completes: without_overlaps, period
-- denied: without a privilege on a table the periods of its keys are hidden
select :name(p.table_schema) as `schema`,
       p.table_name as `table`,
       p.constraint_name as `constraint`,
       true as without_overlaps,
       p.period_name as period
  from information_schema.key_period_usage p
 where :schemas(p.table_schema)
