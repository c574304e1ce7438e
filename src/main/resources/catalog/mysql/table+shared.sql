-- show: table
-- server: mysql >= 8
-- when: shares_tablespace = true
-- denied: without a privilege on a table its tablespace is hidden
-- found: tablespace = TABLESPACE (\S+)
show create table ${object}
