-- show: table
-- only: show_create
-- server: mysql >= 8.0.21
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +(?:(?:[A-Z]+ )?KEY ${name} |(?=PRIMARY )${name} KEY ).*$
-- found: secondary_engine_attribute = SECONDARY_ENGINE_ATTRIBUTE (\S+)
show create table ${object}
