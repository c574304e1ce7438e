-- plural: grants
-- about: Privileges. USAGE is none. Memberships in roles are an attribute of the role.
-- parent: *
-- path: path
-- impact: missing=privilege unexpected=privilege
-- denied: without SELECT on the schema mysql only the account's own privileges are seen
-- normal: granted-views@1 (path) Servers grant on tables and do not say which are views or sequences; a privilege hangs on what it is on.
-- normal: twin-names@1 (path) A function and a procedure may share a name; the second has its kind after it.
-- unread: SHOW CREATE ROUTINE on one routine beside other privileges on it: MariaDB 11.4 does not store it, and forgets it when it restarts.
-- attributes:
--   privileges  list  privilege        In upper case, sorted.
--   grantable   list  privilege  =[]   Those of them that may be passed on.
--   routine_kind  text  context        Of a routine, on which it is: function, procedure, package or package body.
select concat('["server","server",', json_quote(:account(p.account)), ']') as path,
       concat('[', group_concat(distinct json_quote(p.privilege_type) order by p.privilege_type separator ','), ']') as privileges,
       coalesce(concat('[', group_concat(distinct if(p.is_grantable = 'YES', json_quote(p.privilege_type), null) order by p.privilege_type separator ','), ']'), '[]') as grantable
  from (select p.*, :grantee(p.grantee) as account from information_schema.user_privileges p) p
 where (p.privilege_type <> 'USAGE' or p.is_grantable = 'YES')
   and right(p.grantee, 3) <> '@'''''  -- [mariadb]
   and :ordinary(p.account)
 group by cast(p.account as binary)
