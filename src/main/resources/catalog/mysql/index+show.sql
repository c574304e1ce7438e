-- show: table
-- when: method = fulltext
-- denied: without a privilege on a table the parser of its full-text indexes is hidden
-- part: (?m)^ +FULLTEXT (?:KEY|INDEX) ${name} .*$
-- found: parser = WITH PARSER (\S+)
show create table ${object}
