-- kind: type
-- plural: types
-- about: Types that were made with CREATE TYPE or CREATE DOMAIN.
-- parent: schema
-- path: schema, type
-- attributes:
--   type_kind           text  definition              enum, composite, domain, range, base or shell.
--   labels              list  definition  =[]         Of an enum, in order.
--   fields              list  definition  =[]         Of a composite, in order, with their types.
--   base_type           text  definition              Of a domain, with modifiers; subtype of a range.
--   nullable            bool  definition  =true       Of a domain.
--   default             text  definition
--   collation           text  definition              If it is not the base type's own.
--   checks              map   definition              Expressions of a domain's constraints by name.
--   checks_not_valid    list  state       =[]         Constraints that were not checked against stored values.
--   not_null_name       text  definition              Name of a domain's NOT NULL constraint, if it is not domain_not_null.
--   operator_class      text  definition              Of a range.
--   canonical           text  definition              Function of a range.
--   subtype_difference  text  definition              Function of a range.
--   multirange          text  definition              Name of a range's multirange type.
--   functions           map   definition              Input, output and the like of a base type.
--   storage             map   definition              Length, alignment and the like of a base type.
--   owner               text  privilege               Role that owns it.
--   comment             text  cosmetic
--   field_comments      map   cosmetic                Comments by field.
--   check_comments      map   cosmetic                Comments by constraint.
--   oid                 int   identity
select n.nspname as schema,
       t.typname as type,
       case when not t.typisdefined then 'shell' when t.typtype = 'e' then 'enum' when t.typtype = 'c' then 'composite'
            when t.typtype = 'd' then 'domain' when t.typtype = 'r' then 'range' else 'base' end as type_kind,
       coalesce(e.labels, '{}') as labels,
       coalesce(f.fields, '{}') as fields,
       case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod)
            when t.typtype = 'r' then format_type(r.rngsubtype, null) end as base_type,
       not t.typnotnull as nullable,
       case when t.typtype = 'd' then coalesce(pg_get_expr(t.typdefaultbin, 0), t.typdefault) else t.typdefault end as default,
       case when t.typtype = 'd' and t.typcollation <> b.typcollation
              or t.typtype = 'r' and r.rngcollation <> rb.typcollation then
         (select case when cn.system then '' else cn.prefix end || co.collname
          from pg_collation co join ${namespaces} cn on cn.oid = co.collnamespace
          where co.oid = case when t.typtype = 'd' then t.typcollation else r.rngcollation end) end as collation,
       c.checks as checks,
       coalesce(c.not_valid, '{}') as checks_not_valid,
       nullif(c.not_null_name, t.typname || '_not_null') as not_null_name,  -- [>= 18]
       (select case when opn.system then '' else opn.prefix end || o.opcname
        from pg_opclass o join ${namespaces} opn on opn.oid = o.opcnamespace
        where o.oid = r.rngsubopc and not o.opcdefault) as operator_class,
       nullif(r.rngcanonical::text, '-') as canonical,
       nullif(r.rngsubdiff::text, '-') as subtype_difference,
       case when t.typtype = 'r' then format_type(r.rngmultitypid, null) end as multirange,
       case when t.typtype = 'b' then json_strip_nulls(json_build_object(
         'input', t.typinput::text, 'output', t.typoutput::text, 'receive', nullif(t.typreceive::text, '-'),
         'send', nullif(t.typsend::text, '-'), 'modifier_in', nullif(t.typmodin::text, '-'),
         'modifier_out', nullif(t.typmodout::text, '-'), 'analyze', nullif(t.typanalyze::text, '-'),
         'subscript', nullif(t.typsubscript::text, '-'))) end as functions,
       case when t.typtype = 'b' then json_strip_nulls(json_build_object(
         'length', t.typlen, 'by_value', t.typbyval, 'alignment', t.typalign, 'storage', t.typstorage,
         'category', t.typcategory, 'preferred', nullif(t.typispreferred, false),
         'element', case when t.typelem <> 0 then format_type(t.typelem, null) end,
         'delimiter', nullif(t.typdelim, ','), 'collatable', nullif(t.typcollation <> 0, false))) end as storage,
       pg_get_userbyid(t.typowner) as owner,
       d.description as comment,
       f.comments as field_comments,
       c.comments as check_comments,
       t.oid::bigint as oid
from pg_type t
join ${schemas} n on n.oid = t.typnamespace
left join pg_class k on k.oid = t.typrelid
left join pg_type b on b.oid = t.typbasetype
left join pg_range r on r.rngtypid = t.oid
left join pg_type rb on rb.oid = r.rngsubtype
left join (select enumtypid, array_agg(enumlabel::text order by enumsortorder) as labels
           from pg_enum group by enumtypid) e on e.enumtypid = t.oid
left join (select a.attrelid,
                  array_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                            || case when a.attcollation <> ft.typcollation then ' COLLATE '
                                 || (select case when cn.system then '' else cn.prefix end || quote_ident(co.collname)
                                     from pg_collation co join ${namespaces} cn on cn.oid = co.collnamespace
                                     where co.oid = a.attcollation) else '' end
                            order by a.attnum) as fields,
                  json_object_agg(a.attname, fd.description) filter (where fd.description is not null) as comments
           from pg_attribute a
           join pg_class fc on fc.oid = a.attrelid and fc.relkind = 'c'
           join pg_type ft on ft.oid = a.atttypid
           left join pg_description fd on fd.objoid = a.attrelid and fd.classoid = 'pg_class'::regclass
                                      and fd.objsubid = a.attnum
           where a.attnum > 0 and not a.attisdropped
           group by a.attrelid) f on f.attrelid = t.typrelid and t.typtype = 'c'
left join (select x.contypid,
                  json_object_agg(x.conname, pg_get_expr(x.conbin, 0)) filter (where x.contype = 'c') as checks,
                  array_agg(x.conname::text order by x.conname) filter (where not x.convalidated) as not_valid,
                  max(x.conname::text) filter (where x.contype = 'n') as not_null_name,
                  json_object_agg(x.conname, cd.description) filter (where cd.description is not null) as comments
           from pg_constraint x
           left join pg_description cd on cd.objoid = x.oid and cd.classoid = 'pg_constraint'::regclass
           where x.contypid <> 0
           group by x.contypid) c on c.contypid = t.oid
left join pg_description d on d.objoid = t.oid and d.classoid = 'pg_type'::regclass and d.objsubid = 0
where t.typtype in ('b', 'c', 'd', 'e', 'r', 'p')
  and (t.typrelid = 0 or k.relkind = 'c')
  -- The server makes an array type for each type.
  and not exists (select from pg_type element where element.typarray = t.oid)
  and t.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_type'::regclass and e.deptype = 'e')
