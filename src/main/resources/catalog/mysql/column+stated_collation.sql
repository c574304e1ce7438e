-- show: table
-- only: show_create
-- server: mysql >= 8
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +${name} .*$
-- found: collation_stated = (CHARACTER SET \w+)
show create table ${object}
