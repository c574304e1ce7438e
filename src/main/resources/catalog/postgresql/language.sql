-- kind: language
-- plural: languages
-- about: Procedural languages that belong to no extension.
-- path: language
-- attributes:
--   trusted    bool  privilege  =false  Whether anyone may write functions in it.
--   handler    text  definition
--   inline     text  definition
--   validator  text  definition
--   owner      text  privilege
--   comment    text  cosmetic
--   oid        int   identity
select l.lanname as language,
       l.lanpltrusted as trusted,
       nullif(l.lanplcallfoid::regproc::text, '-') as handler,
       nullif(l.laninline::regproc::text, '-') as inline,
       nullif(l.lanvalidator::regproc::text, '-') as validator,
       pg_get_userbyid(l.lanowner) as owner,
       d.description as comment,
       l.oid::bigint as oid
from pg_language l
left join pg_description d on d.objoid = l.oid and d.classoid = 'pg_language'::regclass and d.objsubid = 0
where l.lanispl
  and l.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_language'::regclass and e.deptype = 'e')
