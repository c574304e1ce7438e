-- plural: tables
-- about: Base tables, without views and sequences. The AUTO_INCREMENT counter is not read: it is data, changes with every row, and would have each table opened by its engine.
-- parent: schema
-- path: schema, table
-- normal: partitioned-tables@1 (partition_method, partition_expression, subpartition_method, subpartition_expression) How a table is divided is said once; servers repeat it with each partition.
-- normal: utf8mb3@1 (collation, charset) The character set utf8 is called utf8mb3, as newer servers do.
-- normal: directory@1 (rows_directory, index_directory) A directory is the same with a slash at its end and without.
-- attributes:
--   table_kind               text  definition  =table   table, partitioned or system versioned.
--   engine                   text  definition  =InnoDB  Storage engine.
--   collation                text  definition           Default for new columns.
--   charset                  text  context              Follows from the collation.
--   row_format               text  definition           As the table states it; null when it takes the server's.
--   options                  map   operational           Further options as the table states them, in lower case.
--   engine_attribute         text  operational          ENGINE_ATTRIBUTE; MySQL 8.0.21.
--   secondary_engine_attribute  text  operational       SECONDARY_ENGINE_ATTRIBUTE; MySQL 8.0.21.
--   union                    list  definition  =[]      Tables below a MERGE table; of another schema as schema.table.
--   insert_method            text  definition  =NO      Which of them takes new rows: NO, FIRST or LAST.
--   connection               text  definition           Where the rows of a FEDERATED, SPIDER or CONNECT table are, without account and password.
--   tablespace               text  definition           General tablespace that the table is in, or innodb_system; null for one of its own. MySQL, for an account with PROCESS.
--   data_directory           text  operational          Where an InnoDB table's file is, if not where the server's are; MySQL, for an account with PROCESS. MariaDB has it among the options.
--   stated_tablespace        text  operational          TABLESPACE as the table states it, innodb_file_per_table too; MySQL, where it was asked for, see table+show_create.sql.
--   rows_directory           text  operational          DATA DIRECTORY of a table that is not InnoDB's; MySQL, where it was asked for.
--   index_directory          text  operational          INDEX DIRECTORY; MySQL, where it was asked for. MariaDB has it among the options.
--   secondary_engine         text  operational          SECONDARY_ENGINE; MySQL, where it was asked for and is not among the options.
--   unheeded_connection      text  operational          CONNECTION of a table whose engine heeds none, without account and password; where it was asked for.
--   autoextend_size          int   operational          By how many bytes its file grows; MySQL 8.0.23, for an account with PROCESS.
--   comment                  text  cosmetic             The table's comment.
--   partition_method         text  definition           RANGE, LIST COLUMNS, HASH, KEY, SYSTEM_TIME …
--   partition_expression     text  definition           What rows are divided by.
--   partition_algorithm      int   definition  =2       ALGORITHM of KEY; MySQL.
--   partition_rotation       text  definition           When SYSTEM_TIME begins a new partition: LIMIT 1000, or INTERVAL 1 MONTH STARTS … AUTO; MariaDB.
--   subpartition_method      text  definition           HASH or KEY.
--   subpartition_expression  text  definition           What partitions are divided by.
--   partitions_unnamed       bool  operational  =false  Whether it states how many partitions it has and not their names, which then are the server's.
--   subpartitions_unnamed    bool  operational  =false  The same of the parts of partitions.
--   shares_tablespace        bool  context      =false  Whether it has no tablespace of its own while there are general ones.
select :name(t.table_schema) as `schema`,
       t.table_name as `table`,
       case when t.table_type = 'SYSTEM VERSIONED' then 'system versioned'
            when t.create_options like '%partitioned%' then 'partitioned'
            else 'table' end as table_kind,
       t.engine as engine,
       :utf8(t.table_collation) as collation,
       :utf8(substring_index(t.table_collation, '_', 1)) as charset,
       if(t.create_options like '%row_format=%',
          upper(substring_index(substring_index(lower(t.create_options), 'row_format=', -1), ' ', 1)),
          null) as row_format,
       -- Options come as one text: name=value pairs, which a map holds unless a value has blanks of its own.
       nullif(if(t.create_options regexp '^([A-Za-z_`]+=[''"]?[A-Za-z0-9_.]*[''"]? ?|partitioned ?)*$',
          replace(concat('{"',
             replace(replace(replace(replace(replace(trim(replace(replace(replace(
                if(t.create_options like '%row_format=%',
                   replace(lower(t.create_options),
                           concat('row_format=', substring_index(substring_index(lower(t.create_options), 'row_format=', -1), ' ', 1)), ''),
                   lower(t.create_options)),
                -- Whether rows were taken to the secondary engine is data.
                'secondary_load="0"', ''), 'secondary_load="1"', ''), 'partitioned', '')), '"', ''), '''', ''), '`', ''), '  ', ' '), ' ', '","'),
             '"}'), '=', '":"'),
          concat('{"text":', json_quote(t.create_options), '}')), '{""}') as options,
       if(length(t.table_comment) = 0, null, t.table_comment) as comment
       , nullif(cast(x.engine_attribute as char), '') as engine_attribute,  -- [mysql >= 8.0.21]
       nullif(cast(x.secondary_engine_attribute as char), '') as secondary_engine_attribute  -- [mysql >= 8.0.21]
  from information_schema.tables t
  left join information_schema.tables_extensions x on x.table_schema = t.table_schema and x.table_name = t.table_name  -- [mysql >= 8.0.21]
 where :schemas(t.table_schema)
   and t.table_type in ('BASE TABLE', 'SYSTEM VERSIONED')
