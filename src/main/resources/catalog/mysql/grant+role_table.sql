-- denied: without SELECT on the schema mysql the privileges of roles are hidden
-- server: mariadb
select concat('["table",', json_quote(:name(t.db)), ',', json_quote(t.table_name), ',', json_quote(t.user), ']') as path,
       concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']') as privileges,
       if(max(find_in_set('Grant', t.table_priv) > 0), concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']'), '[]') as grantable
  from mysql.tables_priv t
  -- Information_schema adds to a role what it has from others.
  join (
              select 'SELECT' as name, 'Select' as word
              union all select 'INSERT', 'Insert'
              union all select 'UPDATE', 'Update'
              union all select 'DELETE', 'Delete'
              union all select 'CREATE', 'Create'
              union all select 'DROP', 'Drop'
              union all select 'REFERENCES', 'References'
              union all select 'INDEX', 'Index'
              union all select 'ALTER', 'Alter'
              union all select 'CREATE VIEW', 'Create View'
              union all select 'SHOW VIEW', 'Show view'
              union all select 'TRIGGER', 'Trigger'
              union all select 'DELETE HISTORY', 'Delete versioning rows'
       ) r on find_in_set(r.word, t.table_priv) > 0
 where :schemas(t.db)
   and t.host = ''
 group by cast(t.user as binary), cast(t.db as binary), cast(t.table_name as binary)
