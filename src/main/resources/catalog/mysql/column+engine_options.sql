-- show: table
-- only: show_create
-- server: mariadb
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +${name} .*$
-- found: engine_options = (?<= )(?<key>`\d+`)=(?<value>\S+?)(?=,?(?: |$))
show create table ${object}
