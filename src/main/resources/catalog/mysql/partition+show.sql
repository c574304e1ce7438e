-- show: table
-- denied: without a privilege on a table the options of its partitions are hidden
-- part: (?m)^[ (]*PARTITION ${name} .*$
-- found: takes_rest = PARTITION \S+ (DEFAULT)
-- found: max_rows = MAX_ROWS = (\d+)
-- found: min_rows = MIN_ROWS = (\d+)
-- found: data_directory = DATA DIRECTORY = (\S+)
-- found: index_directory = INDEX DIRECTORY = (\S+)
show create table ${object}
