-- show: table
-- server: mariadb >= 11.4
-- unless: period = null
-- denied: without a privilege on a table the periods of its keys are hidden
-- part: (?m)^ +PRIMARY KEY .*$
-- found: without_overlaps = (WITHOUT OVERLAPS)
show create table ${object}
