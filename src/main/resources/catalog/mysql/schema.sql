-- plural: schemas
-- about: Schemas, which MySQL and MariaDB also call databases.
-- path: schema
-- normal: utf8mb3@1 (collation, charset) The character set utf8 is called utf8mb3, as newer servers do.
-- attributes:
--   read_only   bool  state       =false     READ ONLY, which nothing in it may be changed under; MySQL 8.0.22 and later.
--   collation   text  definition             Default for new tables.
--   charset     text  context                Follows from the collation.
--   comment     text  cosmetic               MariaDB 10.5 and later.
--   encryption  bool  definition  =false     Whether new tables are encrypted; MySQL 8.0.16 and later.
select :name(s.schema_name) as `schema`,
       :utf8(s.default_collation_name) as collation,
       :utf8(s.default_character_set_name) as charset
       , if(length(s.schema_comment) = 0, null, s.schema_comment) as comment  -- [mariadb >= 10.5]
       , s.default_encryption = 'YES' as encryption  -- [mysql >= 8.0.16]
       , x.options like '%READ ONLY=1%' as read_only  -- [mysql >= 8.0.22]
  from information_schema.schemata s
  left join information_schema.schemata_extensions x on x.schema_name = s.schema_name  -- [mysql >= 8.0.22]
 where :schemas(s.schema_name)
