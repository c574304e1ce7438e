-- denied: without SELECT on the schema mysql the privileges of roles are hidden
-- server: mariadb
select concat('["column",', json_quote(:name(c.db)), ',', json_quote(c.table_name), ',', json_quote(c.column_name), ',', json_quote(c.user), ']') as path,
       concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']') as privileges,
       if(max(find_in_set('Grant', t.table_priv) > 0), concat('[', group_concat(json_quote(r.name) order by r.name separator ','), ']'), '[]') as grantable
  from mysql.columns_priv c
  join mysql.tables_priv t on t.host = c.host and t.db = c.db and t.user = c.user and t.table_name = c.table_name
  -- Information_schema adds to a role what it has from others.
  join (select 'SELECT' as name union all select 'INSERT' union all select 'UPDATE' union all select 'REFERENCES') r
    on find_in_set(r.name, c.column_priv) > 0
 where :schemas(c.db)
   and c.host = ''
 group by cast(c.user as binary), cast(c.db as binary), cast(c.table_name as binary), cast(c.column_name as binary)
