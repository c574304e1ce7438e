-- kind: collation
-- plural: collations
-- about: Collations that were made with CREATE COLLATION.
-- parent: schema
-- path: schema, collation
-- present: pg_collation where oid >= 16384
-- attributes:
--   provider       text  definition        libc, icu or builtin.
--   locale         text  definition
--   ctype          text  definition        If another than the locale.
--   rules          text  definition        Additional ICU rules.
--   deterministic  bool  definition  =true
--   version        text  operational       Version of the provider when it was made.
--   outdated       bool  state  =false     Whether the provider now orders text by another version; indexes may be corrupt.
--   owner          text  privilege
--   comment        text  cosmetic
--   oid            int   identity
select n.nspname as schema,
       c.collname as collation,
       case c.collprovider when 'c' then 'libc' when 'i' then 'icu' when 'b' then 'builtin' end as provider,
       coalesce(c.colllocale, c.collcollate) as locale,  -- [>= 17]
       coalesce(c.colliculocale, c.collcollate) as locale,  -- [>= 15, < 17]
       c.collcollate as locale,  -- [< 15]
       nullif(c.collctype, c.collcollate) as ctype,
       c.collicurules as rules,  -- [>= 16]
       c.collisdeterministic as deterministic,
       c.collversion as version,
       coalesce(c.collversion <> pg_collation_actual_version(c.oid), false) as outdated,
       pg_get_userbyid(c.collowner) as owner,
       d.description as comment,
       c.oid::bigint as oid
from pg_collation c
join ${schemas} n on n.oid = c.collnamespace
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_collation'::regclass and d.objsubid = 0
where c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_collation'::regclass and e.deptype = 'e')
