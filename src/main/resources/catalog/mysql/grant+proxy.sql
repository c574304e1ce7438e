-- denied: without SELECT on mysql.proxies_priv the right to act as another account is hidden
select concat('["role",', json_quote(:account(concat(p.proxied_user, '@', p.proxied_host))), ',',
              json_quote(:account(concat(p.user, '@', p.host))), ']') as path,
       '["PROXY"]' as privileges,
       if(p.with_grant, '["PROXY"]', '[]') as grantable
  from mysql.proxies_priv p
 where :ordinary(concat(p.user, '@', p.host))
