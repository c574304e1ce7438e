-- plural: columns
-- about: Columns of tables and views. What a view's column is follows from its definition and the tables below, so that only its name and order are compared.
-- parent: table, view
-- path: schema, table, column
-- normal: integer-width@1 (type) The display width of an integer or a year says nothing of what it holds, and newer servers do not keep it; ZEROFILL and tinyint(1), which is a boolean, keep it.
-- normal: expression-text@2 (default, generated) The character set that MySQL writes before each text, which is in introducers, and brackets around the whole of a generated column, are left out; MariaDB writes neither.
-- normal: default-null@1 (default) A column that may be NULL and says nothing else has DEFAULT NULL, stated or not.
-- normal: current-timestamp@1 (default, on_update) current_timestamp() and CURRENT_TIMESTAMP are the same.
-- normal: utf8mb3@1 (collation, charset) The character set utf8 is called utf8mb3, as newer servers do.
-- normal: table-collation@1 (collation, charset) A collation that is the table's is left out; that the column states it too is collation_stated.
-- normal: json-alias@1 (type, collation, charset) What MariaDB makes of the word json, longtext with a collation and the check json_valid, is called json, as on MySQL.
-- normal: view-columns@1 (type, default, nullable, comment) A view's columns have names and order only; the rest follows from the tables below and is reported there.
-- unread: The REF_SYSTEM_ID of a column of MariaDB, which SHOW CREATE does not show either.
-- attributes:
--   position           int   order               Rank within the table.
--   type               text  definition          With modifiers, without the display width of integers; null for views.
--   nullable           bool  definition  =true   Whether NULL may be stored.
--   default            text  definition          An SQL expression: texts are quoted, and the moment of a timestamp is in UTC.
--   default_dropped    bool  definition  =false  Whether a column that may be NULL has no default at all, as after DROP DEFAULT; MySQL where it was asked for, see column+show_create.sql.
--   on_update          text  definition          What an update of the row sets the column to.
--   generated          text  definition          The expression of a generated column.
--   introducers        map   definition          Character sets other than utf8mb4 that stand before texts of the default or of what is generated, by the rank of the text; MySQL, where it was asked for.
--   generated_kind     text  definition          stored or virtual.
--   identity           text  definition          auto_increment.
--   collation          text  definition          Null when it is the table's.
--   charset            text  context             Follows from the collation.
--   invisible          bool  definition  =false  Whether SELECT * leaves it out.
--   compression        text  operational         The column's own compression; MariaDB.
--   srid               int   definition          Spatial reference system the values are restricted to; MySQL 8.
--   system_versioning  bool  definition  =true   Whether the history keeps it; MariaDB.
--   column_format      text  operational         FIXED or DYNAMIC, which only NDB heeds; MySQL, where it was asked for.
--   storage_medium     text  operational         DISK or MEMORY, which only NDB heeds; MySQL, where it was asked for.
--   not_secondary      bool  operational         Whether a secondary engine leaves it out; MySQL, where it was asked for.
--   engine_attribute   text  operational         ENGINE_ATTRIBUTE of the column; MySQL 8.0.21.
--   secondary_engine_attribute  text  operational  SECONDARY_ENGINE_ATTRIBUTE of the column; MySQL 8.0.21.
--   collation_stated   bool  cosmetic    =false  Whether it states the collation that it would have from its table; MySQL 8, where it was asked for.
--   engine_options     map   operational         Options of the column that only an engine knows; MariaDB, where it was asked for.
--   comment            text  cosmetic            The column's comment.
--   table_kind         text  context     =table  table_kind of the table, or view.
--   base_type          text  context             The type's name alone.
--   length             int   context             In characters, or bytes for binary types.
--   precision          int   context             Digits of decimal numbers, or fractional digits of seconds.
--   scale              int   context             Digits after the point.
select :name(c.table_schema) as `schema`,
       c.table_name as `table`,
       c.column_name as `column`,
       c.ordinal_position as position,
       case when c.data_type in ('tinyint', 'smallint', 'mediumint', 'int', 'bigint')
                 and c.column_type not like '%zerofill%' and c.column_type not like 'tinyint(1)%'
            then concat(c.data_type, if(c.column_type like '% unsigned%', ' unsigned', ''))
            when c.data_type = 'year' then 'year'
            else regexp_replace(c.column_type, ' /\\*M?![0-9]+ COMPRESSED\\*/$', '') end as type,  -- [mariadb]
            else c.column_type end as type,  -- [mysql]
       c.is_nullable = 'YES' as nullable,
       case when c.column_default = 'NULL' then null  -- [mariadb]
            when c.column_default like 'current_timestamp%' then replace(upper(c.column_default), '()', '')  -- [mariadb]
            else c.column_default end as `default`,  -- [mariadb]
       -- Of a default of TEXT or BLOB, MySQL 8.0.15 shows only that there is one; of a moment all of MySQL 8 show what it
       -- was where it was written: one moment has many names, and one name means many moments.
       case when c.column_default is null then if(c.extra like '%DEFAULT_GENERATED%', '(not shown by this version)', null)  -- [mysql]
            when c.data_type in ('datetime', 'timestamp') and c.column_default like 'CURRENT_TIMESTAMP%' then c.column_default  -- [mysql]
            when c.data_type = 'timestamp' and c.extra not like '%DEFAULT_GENERATED%' and c.column_default not like '0000-%' then '(not shown by this version)'  -- [mysql >= 8]
            when c.extra like '%DEFAULT_GENERATED%' then concat('(', c.column_default, ')')  -- [mysql]
            when c.collation_name is not null or c.data_type in ('date', 'time', 'datetime', 'timestamp')  -- [mysql]
            then concat('''', replace(replace(replace(c.column_default, '\\', '\\\\'), '''', ''''''), '\n', '\\n'), '''')  -- [mysql]
            else c.column_default end as `default`,  -- [mysql]
       c.column_default is null and c.is_nullable = 'YES' and coalesce(c.generation_expression, '') = '' as default_dropped,  -- [mariadb]
       if(c.extra like '%on update %',
          replace(upper(substring_index(substring_index(substring(c.extra, locate('on update ', c.extra) + 10), ',', 1), ' ', 1)), '()', ''),
          null) as on_update,
       nullif(c.generation_expression, '') as `generated`,
       case when c.extra like '%STORED GENERATED%' then 'stored'
            when c.extra like '%VIRTUAL GENERATED%' then 'virtual' end as `generated_kind`,
       if(c.extra like '%auto_increment%', 'auto_increment', null) as `identity`,
       :utf8(c.collation_name) as collation,
       :utf8(c.character_set_name) as charset,
       c.extra like '%INVISIBLE%' as invisible,
       if(c.column_type regexp ' /\\*M?![0-9]+ COMPRESSED\\*/$', 'compressed', null) as compression,  -- [mariadb]
       c.extra not like '%WITHOUT SYSTEM VERSIONING%' as system_versioning,  -- [mariadb]
       c.srs_id as srid,  -- [mysql >= 8]
       nullif(cast(x.engine_attribute as char), '') as engine_attribute,  -- [mysql >= 8.0.21]
       nullif(cast(x.secondary_engine_attribute as char), '') as secondary_engine_attribute,  -- [mysql >= 8.0.21]
       if(length(c.column_comment) = 0, null, c.column_comment) as comment,
       c.data_type as base_type,
       c.character_maximum_length as length,
       if(c.data_type like '%int', null, coalesce(c.numeric_precision, nullif(c.datetime_precision, 0))) as `precision`,
       if(c.data_type like '%int', null, c.numeric_scale) as scale
  from information_schema.columns c
  left join information_schema.columns_extensions x  -- [mysql >= 8.0.21]
         on x.table_schema = c.table_schema and x.table_name = c.table_name and x.column_name = c.column_name  -- [mysql >= 8.0.21]
 where :schemas(c.table_schema)
