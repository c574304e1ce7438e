-- kind: database
-- plural: databases
-- about: The database that is read. Its path does not hold its name, so that copies under other names compare equal.
-- path: database
-- attributes:
--   owner               text  privilege              Role that owns it.
--   encoding            text  definition             Character encoding of all text.
--   collation           text  definition             Default order of text (LC_COLLATE).
--   ctype               text  definition             Default classes of characters (LC_CTYPE).
--   locale_provider     text  definition  =libc      Library that orders text.
--   locale              text  definition             Locale of a provider other than libc.
--   icu_rules           text  definition             Additional ICU rules.
--   collation_version   text  operational            Version of the provider with which text was ordered when the database was made.
--   collation_outdated  bool  state       =false     Whether the provider now orders text by another version; indexes may be corrupt.
--   tablespace          text  definition  =pg_default  Where tables go by default.
--   connection_limit    int   definition  =-1        Most connections at a time; -1 for no limit.
--   is_template         bool  definition  =false     Whether anyone with CREATEDB may copy it.
--   settings            map   definition             Settings for all roles in this database.
--   comment             text  cosmetic
--   oid                 int   identity
select 'current' as database,
       pg_get_userbyid(d.datdba) as owner,
       pg_encoding_to_char(d.encoding) as encoding,
       d.datcollate as collation,
       d.datctype as ctype,
       case d.datlocprovider when 'c' then 'libc' when 'i' then 'icu' when 'b' then 'builtin' end as locale_provider,  -- [>= 15]
       'libc' as locale_provider,  -- [< 15]
       d.datlocale as locale,  -- [>= 17]
       d.daticulocale as locale,  -- [>= 15, < 17]
       d.daticurules as icu_rules,  -- [>= 16]
       d.datcollversion as collation_version,  -- [>= 15]
       coalesce(d.datcollversion <> pg_database_collation_actual_version(d.oid), false) as collation_outdated,  -- [>= 15]
       t.spcname as tablespace,
       d.datconnlimit as connection_limit,
       d.datistemplate as is_template,
       (select json_object_agg(split_part(c, '=', 1), substr(c, strpos(c, '=') + 1))
        from pg_db_role_setting s cross join lateral unnest(s.setconfig) c
        where s.setdatabase = d.oid and s.setrole = 0) as settings,
       (select description from pg_shdescription
        where objoid = d.oid and classoid = 'pg_database'::regclass) as comment,
       d.oid::bigint as oid
from pg_database d
join pg_tablespace t on t.oid = d.dattablespace
where d.datname = current_database()
