-- kind: policy
-- plural: policies
-- about: Policies that decide which rows a role sees or writes.
-- parent: table
-- path: schema, table, policy
-- present: pg_policy
-- impact: missing=privilege unexpected=privilege
-- normal: stored-expression@1 (using, check) An expression is the text that the server writes of what it stored: blanks, case, needless brackets and casts it adds itself do not count.
-- attributes:
--   command     text  privilege  =ALL   ALL, SELECT, INSERT, UPDATE or DELETE.
--   permissive  bool  privilege  =true  Whether one such policy is enough, or each must hold.
--   roles       list  privilege         For whom; PUBLIC for all.
--   using       text  privilege         Which rows are seen.
--   check       text  privilege         Which rows may be written.
--   comment     text  cosmetic
--   oid         int   identity
select n.nspname as schema,
       c.relname as table,
       p.polname as policy,
       case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE' else 'ALL' end
         as command,
       p.polpermissive as permissive,
       (select array_agg(coalesce(r.rolname::text, 'PUBLIC') order by r.rolname)
        from unnest(p.polroles) x(role) left join pg_roles r on r.oid = x.role) as roles,
       pg_get_expr(p.polqual, p.polrelid) as using,
       pg_get_expr(p.polwithcheck, p.polrelid) as check,
       d.description as comment,
       p.oid::bigint as oid
from pg_policy p
join pg_class c on c.oid = p.polrelid
join ${schemas} n on n.oid = c.relnamespace
left join pg_description d on d.objoid = p.oid and d.classoid = 'pg_policy'::regclass and d.objsubid = 0
where c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_class'::regclass and e.deptype = 'e')
