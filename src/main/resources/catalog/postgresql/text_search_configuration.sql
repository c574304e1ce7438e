-- kind: text_search_configuration
-- plural: text_search_configurations
-- about: Which dictionaries normalise which sort of word.
-- parent: schema
-- path: schema, configuration
-- present: pg_ts_config where oid >= 16384
-- attributes:
--   parser    text  definition
--   mappings  map   definition  Dictionaries by sort of word, in order.
--   owner     text  privilege
--   comment   text  cosmetic
--   oid       int   identity
select n.nspname as schema,
       c.cfgname as configuration,
       case when pn.system then '' else pn.prefix end || p.prsname as parser,
       (select json_object_agg(x.alias, x.dictionaries)
        from (select t.alias, string_agg(case when dn.system then '' else dn.prefix end || k.dictname, ', ' order by m.mapseqno)
                       as dictionaries
              from pg_ts_config_map m
              join ts_token_type(c.cfgparser) t on t.tokid = m.maptokentype
              join pg_ts_dict k on k.oid = m.mapdict
              join ${namespaces} dn on dn.oid = k.dictnamespace
              where m.mapcfg = c.oid
              group by t.alias) x) as mappings,
       pg_get_userbyid(c.cfgowner) as owner,
       d.description as comment,
       c.oid::bigint as oid
from pg_ts_config c
join ${schemas} n on n.oid = c.cfgnamespace
join pg_ts_parser p on p.oid = c.cfgparser
join ${namespaces} pn on pn.oid = p.prsnamespace
left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_ts_config'::regclass and d.objsubid = 0
where c.oid not in (select e.objid from pg_depend e
                    where e.refclassid = 'pg_extension'::regclass and e.classid = 'pg_ts_config'::regclass and e.deptype = 'e')
