-- kind: security_label
-- plural: security_labels
-- about: Labels of mandatory access control. The path is the kind and the name of the object as the server says them, and the provider.
-- path: object_kind, object, provider
-- present: (select 1 from pg_seclabel union all select 1 from pg_shseclabel) l
-- impact: missing=privilege unexpected=privilege
-- attributes:
--   label  text  privilege
select l.objtype as object_kind,
       case when l.objtype = 'database' then 'current' else l.objname end as object,
       l.provider,
       l.label
from pg_seclabels l
where (l.objnamespace is null or l.objnamespace in (select n.oid from ${schemas} n))
  and (l.objtype <> 'database' or l.objoid = (select oid from pg_database where datname = current_database()))
