-- plural: views
-- about: Views. MySQL tells the algorithm of a view by SHOW CREATE VIEW alone, see view+show.sql.
-- parent: schema
-- path: schema, view
-- denied: without SHOW VIEW the definition is hidden
-- normal: relative-views@1 (definition) The schema that the address names is taken out of the query, where servers write it before each table, so that one view in two schemas is one text.
-- attributes:
--   definition            text  definition              As the server renders it; without the name of the schema that the address names.
--   definer               text  privilege               user@host whose rights a view of security DEFINER uses.
--   security              text  privilege   =DEFINER    DEFINER or INVOKER.
--   check_option          text  definition              LOCAL or CASCADED.
--   algorithm             text  definition  =UNDEFINED  UNDEFINED, MERGE or TEMPTABLE.
--   introducers           map   definition              Character sets that stand before texts of the definition, as in _latin1'x', by the rank of the text; where it was asked for, see view+show_create.sql.
--   valid                 bool  state       =true       False when what it selects from is not there, so that it has no columns.
--   character_set_client  text  definition              Under which the text was parsed.
--   collation_connection  text  definition              Under which the text was parsed.
select :name(v.table_schema) as `schema`,
       v.table_name as view,
       nullif(v.view_definition, '') as definition,
       :account(v.definer) as definer,
       v.security_type as security,
       nullif(v.check_option, 'NONE') as check_option,
       v.algorithm as algorithm,  -- [mariadb]
       :utf8(v.character_set_client) as character_set_client,
       :utf8(v.collation_connection) as collation_connection
  from information_schema.views v
 where :schemas(v.table_schema)
