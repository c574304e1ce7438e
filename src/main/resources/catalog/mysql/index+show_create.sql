-- show: table
-- only: show_create
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +(?:(?:[A-Z]+ )?KEY ${name} |(?=PRIMARY )${name} KEY ).*$
-- found: block_size = KEY_BLOCK_SIZE=(\d+)
-- found: stated_method = USING (\w+)
-- found: engine_options = (?<= )(?<key>`\d+`)=(?<value>\S+?)(?=,?(?: |$))
show create table ${object}
