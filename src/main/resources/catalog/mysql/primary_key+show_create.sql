-- show: table
-- only: show_create
-- server: mariadb < 11.4
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +PRIMARY KEY .*$
-- found: without_overlaps = (WITHOUT OVERLAPS)
-- found: period = [(,](\S+?) WITHOUT OVERLAPS
show create table ${object}
