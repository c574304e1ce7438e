-- show: table
-- unless: partition_method = null
-- denied: without a privilege on a table the options of its partitions are hidden
-- found: partitions_unnamed = (?m)^(PARTITIONS) \d
-- found: subpartitions_unnamed = (?m)^(SUBPARTITIONS) \d
show create table ${object}
