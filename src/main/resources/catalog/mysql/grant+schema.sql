-- denied: without SELECT on the schema mysql only the account's own privileges are seen
select concat('["schema",', json_quote(:schemaname(p.table_schema)), ',', json_quote(:account(p.account)), ']') as path,
       concat('[', group_concat(distinct json_quote(p.privilege_type) order by p.privilege_type separator ','), ']') as privileges,
       coalesce(concat('[', group_concat(distinct if(p.is_grantable = 'YES', json_quote(p.privilege_type), null) order by p.privilege_type separator ','), ']'), '[]') as grantable
  from (select p.*, :grantee(p.grantee) as account from information_schema.schema_privileges p) p
 where :schemapattern(p.table_schema)
   and (p.privilege_type <> 'USAGE' or p.is_grantable = 'YES')
   and right(p.grantee, 3) <> '@'''''  -- [mariadb]
   and :ordinary(p.account)
 group by cast(p.account as binary), cast(:schemaname(p.table_schema) as binary)
