-- show: table
-- only: show_create
-- server: mysql
-- unless: engine = InnoDB
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^\).*$
-- found: rows_directory = DATA DIRECTORY=(\S+)
-- found: index_directory = INDEX DIRECTORY=(\S+)
show create table ${object}
