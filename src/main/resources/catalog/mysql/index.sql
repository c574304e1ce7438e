-- plural: indexes
-- about: Indexes, among them those behind primary, unique and foreign keys. The parser of a full-text index is in no table of the catalogue, see index+show.sql.
-- parent: table
-- path: schema, table, index
-- normal: expression-text@2 (keys) The character set utf8mb4 that MySQL writes before each text, stated or the connection's, and brackets around the whole, are left out; MariaDB writes neither.
-- attributes:
--   keys        list  definition           Each key as text: name(10), total DESC, (lower(name)).
--   unique      bool  definition  =false   Whether it refuses duplicates.
--   method      text  definition  =btree   btree, hash, fulltext, spatial …
--   visible     bool  state       =true    False when the optimizer ignores it (MySQL: INVISIBLE, MariaDB: IGNORED).
--   valid       bool  state       =true    False after ALTER TABLE … DISABLE KEYS.
--   parser      text  definition  =built-in  What takes the texts of a full-text index apart, for instance ngram.
--   comment     text  cosmetic             The index's comment.
--   block_size      int   operational      Its KEY_BLOCK_SIZE; where it was asked for, see index+show_create.sql.
--   stated_method   text  operational      BTREE or HASH as somebody wrote it, also where it is the usual one; where it was asked for.
--   secondary_engine_attribute  text  operational  SECONDARY_ENGINE_ATTRIBUTE of the index; MySQL 8.0.21, where it was asked for.
--   engine_options  map   operational      Options of the index that only an engine knows; MariaDB, where it was asked for.
--   columns     list  context              Names of the columns, or the texts of expressions.
--   constraint  text  context              The constraint it is behind.
--   primary     bool  context     =false   Whether it is the primary key's.
select :name(s.table_schema) as `schema`,
       s.table_name as `table`,
       s.index_name as `index`,
       concat('[', group_concat(json_quote(concat(
           s.column_name,  -- [mariadb | mysql < 8.0.13]
           coalesce(s.column_name, concat('(', s.expression, ')')),  -- [mysql >= 8.0.13]
           if(s.sub_part is null or s.index_type = 'SPATIAL', '', concat('(', s.sub_part, ')')),
           if(s.collation = 'D', ' DESC', ''))) order by s.seq_in_index separator ','), ']') as `keys`,
       s.non_unique = 0 as `unique`,
       lower(s.index_type) as method,
       s.ignored = 'NO' as visible,  -- [mariadb >= 10.6]
       s.is_visible = 'YES' as visible,  -- [mysql >= 8]
       s.comment <> 'disabled' as valid,
       if(length(s.index_comment) = 0, null, s.index_comment) as comment,
       concat('[', group_concat(json_quote(
           s.column_name  -- [mariadb | mysql < 8.0.13]
           concat(coalesce(s.column_name, s.expression), '')  -- [mysql >= 8.0.13]
           ) order by s.seq_in_index separator ','), ']') as columns,
       if(s.non_unique = 0, s.index_name, null) as `constraint`,
       s.index_name = 'PRIMARY' as `primary`
  from information_schema.statistics s
 where :schemas(s.table_schema)
 group by cast(s.table_schema as binary), cast(s.table_name as binary), cast(s.index_name as binary)
