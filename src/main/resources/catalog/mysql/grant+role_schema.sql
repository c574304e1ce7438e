-- denied: without SELECT on the schema mysql the privileges of roles are hidden
-- server: mariadb
select concat('["schema",', json_quote(:schemaname(r.db)), ',', json_quote(r.user), ']') as path,
       concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']') as privileges,
       if(max(r.grant_priv = 'Y'), concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']'), '[]') as grantable
  -- Information_schema adds to a role what it has from others.
  from (
                   select user, db, grant_priv, 'SELECT' as name, select_priv as granted from mysql.db where host = ''
         union all select user, db, grant_priv, 'INSERT', insert_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'UPDATE', update_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'DELETE', delete_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'CREATE', create_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'DROP', drop_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'REFERENCES', references_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'INDEX', index_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'ALTER', alter_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'CREATE TEMPORARY TABLES', create_tmp_table_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'LOCK TABLES', lock_tables_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'CREATE VIEW', create_view_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'SHOW VIEW', show_view_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'CREATE ROUTINE', create_routine_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'ALTER ROUTINE', alter_routine_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'EXECUTE', execute_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'EVENT', event_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'TRIGGER', trigger_priv from mysql.db where host = ''
         union all select user, db, grant_priv, 'DELETE HISTORY', delete_history_priv from mysql.db where host = ''
         -- Who came from an older server without mariadb-upgrade lacks the column: the name is then the outer one's.
         union all select o.user, o.db, o.grant_priv, 'SHOW CREATE ROUTINE',  -- [mariadb >= 11.3]
                          (select show_create_routine_priv from mysql.db d where d.host = o.host and d.db = o.db and d.user = o.user)  -- [mariadb >= 11.3]
                     from (select host, user, db, grant_priv, 'N' as show_create_routine_priv from mysql.db where host = '') o  -- [mariadb >= 11.3]
       ) r
 where :schemapattern(r.db)
   and r.granted = 'Y'
 group by cast(r.user as binary), cast(:schemaname(r.db) as binary)
