-- plural: routines
-- about: Functions, procedures and MariaDB's packages. A procedure, package or body that shares its name with another routine has its kind after the name.
-- parent: schema
-- path: schema, routine
-- denied: without SHOW_ROUTINE (MySQL 8.0.20), SHOW CREATE ROUTINE (MariaDB 11.3) or SELECT on mysql.proc the body is hidden
-- normal: integer-width@1 (arguments, returns) The display width of an integer or a year says nothing of what it holds.
-- normal: twin-names@1 (path) A function and a procedure may share a name; the second has its kind after it.
-- normal: utf8mb3@1 (argument_collations, returns_collation, collation_connection, database_collation) The character set utf8 is called utf8mb3, as newer servers do.
-- attributes:
--   routine_kind          text  definition  =function  function, procedure, aggregate, package or package body.
--   language              text  definition          SQL or JavaScript.
--   arguments             text  definition          Each as mode, name and type.
--   argument_collations   list  definition  =[]     Of arguments that are text, with the argument's name.
--   returns               text  definition          Type of a function's value.
--   returns_collation     text  definition          If it is text.
--   body                  text  definition          As it was written.
--   deterministic         bool  definition  =false  As declared.
--   data_access           text  definition  ="CONTAINS SQL"  As declared.
--   security_definer      bool  privilege   =false  Whether it runs with the rights of its definer.
--   definer               text  privilege           user@host.
--   sql_mode              text  definition          Under which it was created and runs.
--   character_set_client  text  definition          Under which it was parsed.
--   collation_connection  text  definition          Under which it was parsed.
--   database_collation    text  definition          Of the schema when it was created.
--   comment               text  cosmetic            The routine's comment.
select :name(r.routine_schema) as `schema`,
       r.routine_name as routine,
       lower(max(r.routine_type)) as routine_kind,
       group_concat(r.argument order by r.position separator ', ') as arguments,
       coalesce(concat('[', group_concat(json_quote(r.argument_collation) order by r.position separator ','), ']'), '[]') as argument_collations,
       max(r.returns) as returns,
       max(r.returns_collation) as returns_collation,
       max(r.body) as body,
       max(r.language) as language,
       max(r.is_deterministic) = 'YES' as `deterministic`,
       max(r.data_access) as data_access,
       max(r.security) = 'DEFINER' as security_definer,
       max(r.definer) as definer,
       max(r.sql_mode) as sql_mode,
       max(r.character_set_client) as character_set_client,
       max(r.collation_connection) as collation_connection,
       max(r.database_collation) as database_collation,
       max(r.comment) as comment
  from (select f.routine_schema, f.routine_name, f.routine_type, null as position, null as argument,
               null as argument_collation, f.dtd_identifier as returns, :utf8(f.collation_name) as returns_collation,
               f.routine_definition as body, coalesce(f.external_language, 'SQL') as language, f.is_deterministic,
               f.sql_data_access as data_access, f.security_type as security, :account(f.definer) as definer,
               f.sql_mode as sql_mode, :utf8(f.character_set_client) as character_set_client,
               :utf8(f.collation_connection) as collation_connection,
               :utf8(f.database_collation) as database_collation, if(length(f.routine_comment) = 0, null, f.routine_comment) as comment
          from information_schema.routines f
         where :schemas(f.routine_schema)
         union all
        select p.specific_schema, p.specific_name, p.routine_type, p.ordinal_position,
               concat(lower(p.parameter_mode), ' `', replace(p.parameter_name, '`', '``'), '` ', p.dtd_identifier),
               if(p.collation_name is null, null, concat(p.parameter_name, ' ', :utf8(p.collation_name))),
               null, null, null, null, null, null, null, null, null, null, null, null, null
          from information_schema.parameters p
         where :schemas(p.specific_schema) and p.ordinal_position > 0) r
 group by cast(r.routine_schema as binary), cast(r.routine_name as binary), r.routine_type
