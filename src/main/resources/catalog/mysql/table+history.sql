-- show: table
-- server: mariadb
-- when: partition_method = SYSTEM_TIME
-- denied: without a privilege on a table the options of its partitions are hidden
-- found: partition_rotation = PARTITION BY SYSTEM_TIME +([A-Z].*?) *\n
show create table ${object}
