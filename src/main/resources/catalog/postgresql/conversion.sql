-- kind: conversion
-- plural: conversions
-- about: Conversions between encodings that were made with CREATE CONVERSION.
-- parent: schema
-- path: schema, conversion
-- present: pg_conversion where oid >= 16384
-- attributes:
--   source    text  definition
--   target    text  definition
--   function  text  definition
--   default   bool  definition  =false
--   owner     text  privilege
--   comment   text  cosmetic
--   oid       int   identity
select n.nspname as schema,
       c.conname as conversion,
       pg_encoding_to_char(c.conforencoding) as source,
       pg_encoding_to_char(c.contoencoding) as target,
       c.conproc::text as function,
       c.condefault as default,
       pg_get_userbyid(c.conowner) as owner,
       d.description as comment,
       c.oid::bigint as oid
from pg_conversion c
join ${schemas} n on n.oid = c.connamespace
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_conversion'::regclass and d.objsubid = 0
where c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_conversion'::regclass and e.deptype = 'e')
