-- show: view
-- server: mysql
-- denied: without SELECT and SHOW VIEW on a view its algorithm is hidden
-- found: algorithm = ^CREATE ALGORITHM=(\w+)
-- found: definition? = (?s) VIEW \S+(?: \([^)]*\))? AS (.*?)(?: WITH (?:CASCADED|LOCAL) CHECK OPTION)?$
show create view ${object}
