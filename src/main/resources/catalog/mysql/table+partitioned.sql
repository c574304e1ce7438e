-- show: table
-- server: mysql
-- when: table_kind = partitioned
-- denied: without a privilege on a table the options of its partitions are hidden
-- found: partition_algorithm = ALGORITHM = (\d+)
-- found: autoextend_size = AUTOEXTEND_SIZE=(\d+)
show create table ${object}
