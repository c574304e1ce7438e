-- denied: without SELECT on the schema mysql the privileges of roles are hidden
-- server: mariadb
select concat('["server","server",', json_quote(g.user), ']') as path,
       concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']') as privileges,
       if(max(g.access) >> 10 & 1, concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']'), '[]') as grantable
  from (select user, cast(json_value(priv, '$.access') as unsigned) as access from mysql.global_priv where host = '') g
  -- Information_schema has users only. The bits of the server's privileges:
  join (
              select 0 as bit, 'SELECT' as name
              union all select 1, 'INSERT'
              union all select 2, 'UPDATE'
              union all select 3, 'DELETE'
              union all select 4, 'CREATE'
              union all select 5, 'DROP'
              union all select 6, 'RELOAD'
              union all select 7, 'SHUTDOWN'
              union all select 8, 'PROCESS'
              union all select 9, 'FILE'
              union all select 11, 'REFERENCES'
              union all select 12, 'INDEX'
              union all select 13, 'ALTER'
              union all select 14, 'SHOW DATABASES'
              union all select 15, 'SUPER'
              union all select 16, 'CREATE TEMPORARY TABLES'
              union all select 17, 'LOCK TABLES'
              union all select 18, 'EXECUTE'
              union all select 19, 'REPLICATION SLAVE'
              union all select 20, 'BINLOG MONITOR'
              union all select 21, 'CREATE VIEW'
              union all select 22, 'SHOW VIEW'
              union all select 23, 'CREATE ROUTINE'
              union all select 24, 'ALTER ROUTINE'
              union all select 25, 'CREATE USER'
              union all select 26, 'EVENT'
              union all select 27, 'TRIGGER'
              union all select 28, 'CREATE TABLESPACE'
              union all select 29, 'DELETE HISTORY'
              union all select 30, 'SET USER'
              union all select 31, 'FEDERATED ADMIN'
              union all select 32, 'CONNECTION ADMIN'
              union all select 33, 'READ_ONLY ADMIN'
              union all select 34, 'REPLICATION SLAVE ADMIN'
              union all select 35, 'REPLICATION MASTER ADMIN'
              union all select 36, 'BINLOG ADMIN'
              union all select 37, 'BINLOG REPLAY'
              union all select 38, 'SLAVE MONITOR'
              union all select 39, 'SHOW CREATE ROUTINE'
       ) r on g.access >> r.bit & 1
 group by cast(g.user as binary)
