-- show: table
-- only: show_create
-- server: mysql
-- denied: without a privilege on a table what only SHOW CREATE TABLE shows of it is hidden
-- part: (?m)^ +${name} .*$
-- found: column_format = COLUMN_FORMAT (\w+)
-- found: storage_medium = STORAGE (\w+)
-- found: not_secondary = (NOT SECONDARY)
-- found: default_dropped = ^ +\S+ (?!(?:tiny|medium|long)?(?:text|blob)\b)(?!.* (?:NOT NULL|DEFAULT|GENERATED|AUTO_INCREMENT)\b)(.*)
show create table ${object}
