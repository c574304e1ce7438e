-- show: table
-- server: mysql >= 8
-- when: default = (not shown by this version)
-- denied: without a privilege on a table the defaults of its texts and moments are hidden
-- part: (?m)^ +${name} .*$
-- found: default = DEFAULT (\(.*\)(?=(?: COMMENT \S+)?,?$)|'\d+')
show create table ${object}
