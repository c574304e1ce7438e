-- denied: without SELECT on mysql.procs_priv privileges on routines are hidden
select concat('["routine",', json_quote(:name(p.db)), ',', json_quote(p.routine_name), ',',
              json_quote(:account(if(p.host = '', p.user, concat(p.user, '@', p.host)))), ']') as path,  -- [mariadb]
              json_quote(:account(concat(p.user, '@', p.host))), ']') as path,  -- [mysql]
       concat('[', :rights(p.proc_priv), ']') as privileges,  -- [mysql | mariadb < 11.3]
       -- What the server holds of SHOW CREATE ROUTINE alone is a row without a privilege.
       if(p.proc_priv = '', '["SHOW CREATE ROUTINE"]', concat('[', :rights(p.proc_priv), ']')) as privileges,  -- [mariadb >= 11.3]
       if(find_in_set('Grant', p.proc_priv) > 0, concat('[', :rights(p.proc_priv), ']'), '[]') as grantable
       , lower(p.routine_type) as routine_kind
  from mysql.procs_priv p
 where :schemas(p.db)
   and :ordinary(concat(p.user, '@', p.host))
   and p.proc_priv <> ''  -- [mysql | mariadb < 11.3]
