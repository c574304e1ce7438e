-- show: table
-- only: show_create
-- unless: engine = MRG_MyISAM | engine = MRG_MYISAM | engine = FEDERATED | engine = SPIDER | engine = CONNECT
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^\).*$
-- found: unheeded_connection = CONNECTION=(\S+)
show create table ${object}
