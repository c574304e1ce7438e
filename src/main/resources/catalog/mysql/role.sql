-- plural: roles
-- about: Accounts and roles. Accounts of the server's own are left out; an account that is bound to the server's own host name has $hostname for it.
-- path: role
-- denied: without SELECT on the schema mysql other accounts are hidden
-- attributes:
--   is_role                bool  definition  =false  Whether it is a role; to MySQL a role is an account that is locked and has no password.
--   login                  bool  privilege   =false  Whether one can log in with it.
--   plugin                 text  privilege           How it is authenticated.
--   has_password           bool  state       =false  Whether a password is set; the hash itself is never read.
--   locked                 bool  state       =false  ACCOUNT LOCK.
--   password_expired       bool  state       =false  PASSWORD EXPIRE.
--   password_lifetime      int   privilege           In days; null for the server's default, 0 for never.
--   password_history       int   privilege           How many former passwords may not come back; null for the server's default; MySQL 8.
--   password_reuse_days    int   privilege           How long a former password may not come back; null for the server's default; MySQL 8.
--   password_require_current  bool  privilege        Whether a change of password asks for the present one; null for the server's default; MySQL 8.
--   failed_logins          int   privilege           Failed attempts after which the account is locked; MySQL 8.0.21.
--   lock_days              int   privilege           For how long it is locked then, in days; -1 until it is unlocked; MySQL 8.0.21.
--   has_second_password    bool  state       =false  Whether a former password is still taken; MySQL 8.0.21.
--   factors                list  privilege   =[]     How it is authenticated besides; MySQL 8.0.27.
--   alternatives           list  privilege   =[]     Plugins of which one will do, in order, where there are several; MariaDB.
--   restrictions           list  privilege   =[]     Privileges on all schemas that it does not have on one; MySQL 8.0.21, with partial_revokes.
--   metadata               text  cosmetic            COMMENT and ATTRIBUTE, a JSON object; MySQL 8.0.21.
--   ssl                    text  privilege   =NONE   NONE, ANY, X509 or SPECIFIED.
--   ssl_requirements       text  privilege           Cipher, issuer, subject.
--   max_user_connections   int   privilege   =0      0 for the server's limit.
--   max_connections        int   privilege   =0      In an hour; 0 for no limit.
--   max_questions          int   privilege   =0      In an hour; 0 for no limit.
--   max_updates            int   privilege   =0      In an hour; 0 for no limit.
--   max_statement_seconds  text  privilege   =0      MAX_STATEMENT_TIME; MariaDB.
--   default_role           list  privilege   =[]     Roles that are active after log-in.
--   member_of              list  privilege   =[]     Roles it was granted.
--   admin_of               list  privilege   =[]     Roles it may grant on.
select :account(a.account) as role,
       max(a.is_role) as is_role,
       max(a.login) as login,
       max(a.plugin) as plugin,
       max(a.has_password) as has_password,
       max(a.locked) as locked,
       coalesce(max(a.alternatives), '[]') as alternatives,  -- [mariadb]
       max(a.password_expired) as password_expired,
       max(a.password_lifetime) as password_lifetime,
       max(a.password_history) as password_history,  -- [mysql >= 8.0.13]
       max(a.password_reuse_days) as password_reuse_days,  -- [mysql >= 8.0.13]
       max(a.password_require_current) as password_require_current,  -- [mysql >= 8.0.13]
       max(a.failed_logins) as failed_logins,  -- [mysql >= 8.0.21]
       max(a.lock_days) as lock_days,  -- [mysql >= 8.0.21]
       max(a.has_second_password) as has_second_password,  -- [mysql >= 8.0.21]
       coalesce(max(a.factors), '[]') as factors,  -- [mysql >= 8.0.21]
       coalesce(max(a.restrictions), '[]') as restrictions,  -- [mysql >= 8.0.21]
       max(a.metadata) as metadata,  -- [mysql >= 8.0.21]
       max(a.ssl_type) as `ssl`,
       max(a.ssl_requirements) as ssl_requirements,
       max(a.max_user_connections) as max_user_connections,
       max(a.max_connections) as max_connections,
       max(a.max_questions) as max_questions,
       max(a.max_updates) as max_updates,
       max(a.max_statement_time) as max_statement_seconds,
       coalesce(concat('[', group_concat(json_quote(a.default_role) order by a.default_role separator ','), ']'), '[]') as default_role,
       coalesce(concat('[', group_concat(json_quote(a.member_of) order by a.member_of separator ','), ']'), '[]') as member_of,
       coalesce(concat('[', group_concat(json_quote(a.admin_of) order by a.admin_of separator ','), ']'), '[]') as admin_of
  from (
        select if(json_value(g.priv, '$.is_role') = '1' or json_value(g.priv, '$.is_role') = 'true', g.user, concat(g.user, '@', g.host)) as account,  -- [mariadb]
               coalesce(json_value(g.priv, '$.is_role') in ('1', 'true'), false) as is_role,  -- [mariadb]
               coalesce(json_value(g.priv, '$.is_role') in ('1', 'true'), false) = false as login,  -- [mariadb]
               if(coalesce(json_value(g.priv, '$.is_role') in ('1', 'true'), false), null,  -- [mariadb]
                  coalesce(nullif(json_value(g.priv, '$.plugin'), ''), 'mysql_native_password')) as plugin,  -- [mariadb]
               coalesce(json_value(g.priv, '$.authentication_string'), '') not in ('', 'invalid') as has_password,  -- [mariadb]
               coalesce(json_value(g.priv, '$.account_locked') in ('1', 'true'), false) as locked,  -- [mariadb]
               coalesce(json_value(g.priv, '$.password_last_changed') = '0', false) as password_expired,  -- [mariadb]
               nullif(json_value(g.priv, '$.password_lifetime'), '-1') as password_lifetime,  -- [mariadb]
               elt(coalesce(json_value(g.priv, '$.ssl_type'), 0) + 1, 'NONE', 'ANY', 'X509', 'SPECIFIED') as ssl_type,  -- [mariadb]
               nullif(concat_ws(' ', concat('CIPHER ', json_quote(nullif(json_value(g.priv, '$.ssl_cipher'), ''))),  -- [mariadb]
                 concat('ISSUER ', json_quote(nullif(json_value(g.priv, '$.x509_issuer'), ''))),  -- [mariadb]
                 concat('SUBJECT ', json_quote(nullif(json_value(g.priv, '$.x509_subject'), '')))), '') as ssl_requirements,  -- [mariadb]
               coalesce(json_value(g.priv, '$.max_user_connections'), 0) as max_user_connections,  -- [mariadb]
               coalesce(json_value(g.priv, '$.max_connections'), 0) as max_connections,  -- [mariadb]
               coalesce(json_value(g.priv, '$.max_questions'), 0) as max_questions,  -- [mariadb]
               coalesce(json_value(g.priv, '$.max_updates'), 0) as max_updates,  -- [mariadb]
               coalesce(json_value(g.priv, '$.max_statement_time') + 0, 0) as max_statement_time,  -- [mariadb]
               nullif(json_value(g.priv, '$.default_role'), '') as default_role,  -- [mariadb]
               null as member_of, null as admin_of,  -- [mariadb]
               -- An empty object stands for the plugin that the account has besides.
               json_extract(replace(json_extract(g.priv, '$.auth_or'), '{}',  -- [mariadb]
                 json_object('plugin', json_value(g.priv, '$.plugin'))), '$[*].plugin') as alternatives  -- [mariadb]
          from mysql.global_priv g  -- [mariadb]
         where g.user not in ('mariadb.sys', 'PUBLIC')  -- [mariadb]
         union all  -- [mariadb]
        select if(m.host = '', m.user, concat(m.user, '@', m.host)), null, null, null, null, null, null, null, null, null,  -- [mariadb]
               null, null, null, null, null, null, m.role, if(m.admin_option = 'Y', m.role, null), null  -- [mariadb]
          from mysql.roles_mapping m  -- [mariadb]
        select concat(u.user, '@', u.host) as account,  -- [mysql]
               false as is_role,  -- [mysql < 8]
               u.account_locked = 'Y' and u.authentication_string = '' and u.password_expired = 'Y' as is_role,  -- [mysql >= 8]
               u.account_locked <> 'Y' as login,  -- [mysql]
               u.plugin as plugin,  -- [mysql]
               u.authentication_string <> '' as has_password,  -- [mysql]
               u.account_locked = 'Y' as locked,  -- [mysql]
               u.password_expired = 'Y' as password_expired,  -- [mysql]
               u.password_lifetime as password_lifetime,  -- [mysql]
               if(u.ssl_type = '', 'NONE', u.ssl_type) as ssl_type,  -- [mysql]
               nullif(concat_ws(' ', concat('CIPHER ', json_quote(nullif(convert(u.ssl_cipher using utf8mb4), ''))),  -- [mysql]
                 concat('ISSUER ', json_quote(nullif(convert(u.x509_issuer using utf8mb4), ''))),  -- [mysql]
                 concat('SUBJECT ', json_quote(nullif(convert(u.x509_subject using utf8mb4), '')))), '') as ssl_requirements,  -- [mysql]
               u.max_user_connections, u.max_connections, u.max_questions, u.max_updates,  -- [mysql]
               0 as max_statement_time,  -- [mysql]
               null as default_role, null as member_of, null as admin_of  -- [mysql]
               , u.password_reuse_history as password_history, u.password_reuse_time as password_reuse_days,  -- [mysql >= 8.0.13]
               case u.password_require_current when 'Y' then true when 'N' then false end as password_require_current  -- [mysql >= 8.0.13]
               , json_extract(u.user_attributes, '$.Password_locking.failed_login_attempts') + 0 as failed_logins,  -- [mysql >= 8.0.21]
               json_extract(u.user_attributes, '$.Password_locking.password_lock_time_days') + 0 as lock_days,  -- [mysql >= 8.0.21]
               json_extract(u.user_attributes, '$.additional_password') is not null as has_second_password,  -- [mysql >= 8.0.21]
               cast(json_extract(u.user_attributes, '$.multi_factor_authentication[*].plugin') as char) as factors,  -- [mysql >= 8.0.21]
               cast(json_extract(u.user_attributes, '$.metadata') as char) as metadata,  -- [mysql >= 8.0.21]
               (select concat('[', group_concat(json_quote(concat(r.privilege, ' ON ', json_quote(:name(r.db))))  -- [mysql >= 8.0.21]
                   order by r.db, r.privilege separator ','), ']')  -- [mysql >= 8.0.21]
                  from json_table(u.user_attributes, '$.Restrictions[*]' columns (db varchar(64) path '$.Database',  -- [mysql >= 8.0.21]
                    nested path '$.Privileges[*]' columns (privilege varchar(64) path '$'))) r  -- [mysql >= 8.0.21]
                 where :schemas(r.db)) as restrictions  -- [mysql >= 8.0.21]
          from mysql.user u  -- [mysql]
         where u.user not in ('mysql.sys', 'mysql.session', 'mysql.infoschema')  -- [mysql]
         union all  -- [mysql >= 8]
        select concat(e.to_user, '@', e.to_host), null, null, null, null, null, null, null, null, null,  -- [mysql >= 8]
               null, null, null, null, null, null, concat(e.from_user, '@', e.from_host),  -- [mysql >= 8]
               if(e.with_admin_option = 'Y', concat(e.from_user, '@', e.from_host), null)  -- [mysql >= 8]
               , null, null, null  -- [mysql >= 8.0.13]
               , null, null, null, null, null, null  -- [mysql >= 8.0.21]
          from mysql.role_edges e  -- [mysql >= 8]
         union all  -- [mysql >= 8]
        select concat(d.user, '@', d.host), null, null, null, null, null, null, null, null, null,  -- [mysql >= 8]
               null, null, null, null, null, concat(d.default_role_user, '@', d.default_role_host), null, null  -- [mysql >= 8]
               , null, null, null  -- [mysql >= 8.0.13]
               , null, null, null, null, null, null  -- [mysql >= 8.0.21]
          from mysql.default_roles d  -- [mysql >= 8]
       ) a
 group by cast(a.account as binary)
having max(a.login) is not null
