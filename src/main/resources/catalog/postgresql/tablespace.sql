-- kind: tablespace
-- plural: tablespaces
-- about: Tablespaces of the server, without the folders they are in.
-- path: tablespace
-- attributes:
--   options  map   operational  Costs and the like.
--   owner    text  privilege
--   comment  text  cosmetic
--   oid      int   identity
select t.spcname as tablespace,
       ${options t.spcoptions} as options,
       pg_get_userbyid(t.spcowner) as owner,
       d.description as comment,
       t.oid::bigint as oid
from pg_tablespace t
left join pg_shdescription d on d.objoid = t.oid and d.classoid = 'pg_tablespace'::regclass
where t.spcname !~ '^pg_'
