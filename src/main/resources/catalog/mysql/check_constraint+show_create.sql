-- show: table
-- only: show_create
-- server: mariadb < 11.4
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +PERIOD FOR ${name} .*$
-- found: period = (PERIOD FOR)
show create table ${object}
