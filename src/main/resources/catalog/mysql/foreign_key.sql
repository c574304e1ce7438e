-- plural: foreign_keys
-- about: Foreign keys. MariaDB and MySQL 5.7 call the rule of a key that states none RESTRICT, MySQL 8 calls it NO ACTION, and it is written as the latter.
-- parent: table
-- path: schema, table, constraint
-- normal: key-types@1 (column_types, referenced_column_types) A key has the types of its columns on both sides, where all of them were read.
-- attributes:
--   columns                  list  definition              In the order of the key.
--   referenced_schema        text  context                 Where the other table is; null in the schema that the address names.
--   referenced_table         text  definition              As schema.table, or table alone in the schema that the address names.
--   referenced_columns       list  definition              In the order of the key.
--   on_update                text  definition  ="NO ACTION"  What happens when a referenced key changes.
--   on_delete                text  definition  ="NO ACTION"  What happens when a referenced row goes.
--   match                    text  definition  =SIMPLE     The only one there is.
--   column_types             list  context                 Types of the columns.
--   referenced_column_types  list  context                 Types of the referenced columns, where those are read too.
select :name(k.table_schema) as `schema`,
       k.table_name as `table`,
       k.constraint_name as `constraint`,
       concat('[', group_concat(json_quote(k.column_name) order by k.position separator ','), ']') as columns,
       nullif(:name(max(k.referenced_schema)), '') as referenced_schema,
       :qualified(max(k.referenced_schema), max(k.referenced_table)) as referenced_table,
       concat('[', group_concat(json_quote(k.referenced_column) order by k.position separator ','), ']') as referenced_columns,
       max(k.update_rule) as on_update,
       max(k.delete_rule) as on_delete
  from (select u.table_schema, u.table_name, u.constraint_name, u.column_name, u.ordinal_position as position,
               u.referenced_table_schema as referenced_schema, u.referenced_table_name as referenced_table,
               u.referenced_column_name as referenced_column, null as update_rule, null as delete_rule
          from information_schema.key_column_usage u
         where :schemas(u.table_schema) and u.referenced_table_name is not null
         union all
        select r.constraint_schema, r.table_name, r.constraint_name, null, null, null, null, null,
               r.update_rule, r.delete_rule  -- [mysql >= 8]
               case r.update_rule when 'RESTRICT' then 'NO ACTION' else r.update_rule end,  -- [mysql < 8]
               case r.delete_rule when 'RESTRICT' then 'NO ACTION' else r.delete_rule end  -- [mysql < 8]
               case r.update_rule when 'RESTRICT' then 'NO ACTION' when 'NO ACTION' then 'NO ACTION (stated)' else r.update_rule end,  -- [mariadb]
               case r.delete_rule when 'RESTRICT' then 'NO ACTION' when 'NO ACTION' then 'NO ACTION (stated)' else r.delete_rule end  -- [mariadb]
          from information_schema.referential_constraints r
         where :schemas(r.constraint_schema)) k
 group by cast(k.table_schema as binary), cast(k.table_name as binary), cast(k.constraint_name as binary)
