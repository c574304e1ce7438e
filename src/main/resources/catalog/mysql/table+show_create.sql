-- show: table
-- only: show_create
-- server: mysql
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^\).*$
-- found: stated_tablespace = TABLESPACE (\S+)
-- found: secondary_engine = SECONDARY_ENGINE=(\S+)
show create table ${object}
