-- kind: role
-- plural: roles
-- about: Roles of the whole server, except those it is born with and that were made a member of no other.
-- path: role
-- unread: Passwords are not asked for; whether one was changed is not seen.
-- impact: missing=privilege unexpected=privilege
-- attributes:
--   login               bool  privilege   =false
--   superuser           bool  privilege   =false
--   inherit             bool  privilege   =true    Whether it uses the rights of the roles it is a member of.
--   create_role         bool  privilege   =false
--   create_db           bool  privilege   =false
--   replication         bool  privilege   =false
--   bypass_rls          bool  privilege   =false   Whether no policy holds for it.
--   connection_limit    int   definition  =-1      Most connections at a time; -1 for no limit.
--   valid_until         text  privilege            When its password ends, in UTC.
--   member_of           list  privilege   =[]      Roles it is a member of.
--   membership_options  map   privilege            By role: admin; inherit or no inherit where it differs from the role's own; no set; since version 16 who granted it, if not the server's first superuser alone.
--   settings            map   definition           Settings of its sessions.
--   database_settings   map   definition           Settings of its sessions in this database.
--   comment             text  cosmetic
--   oid                 int   identity
with granted as (
  select m.member, g.rolname::text as rolname, m.grantor,
         concat_ws(', '
           , case when m.admin_option then 'admin' end
           , case when m.inherit_option and not r.rolinherit then 'inherit' end  -- [>= 16]
           , case when not m.inherit_option and r.rolinherit then 'no inherit' end  -- [>= 16]
           , case when not m.set_option then 'no set' end  -- [>= 16]
           -- 10 is the server's first superuser; before 16 the grantor had no meaning.
           , case when bool_or(m.grantor <> 10) over (partition by m.member, m.roleid)  -- [>= 16]
                  then 'by ' || pg_get_userbyid(m.grantor) end  -- [>= 16]
           ) as options
  from pg_auth_members m
  join pg_roles g on g.oid = m.roleid
  join pg_roles r on r.oid = m.member
  where r.rolname !~ '^pg_' or g.rolname !~ '^pg_'
), member as (
  select member, rolname,
         nullif(string_agg(options, '; ' order by options collate "C"), '') as options
  from granted
  group by member, rolname
), membership as (
  select member, array_agg(rolname order by rolname collate "C") as names,
         json_object_agg(rolname, options) filter (where options is not null) as options
  from member
  group by member
), configuration as (
  select s.setrole, s.setdatabase,
         json_object_agg(split_part(c, '=', 1), substr(c, strpos(c, '=') + 1))::text as settings
  from pg_db_role_setting s cross join lateral unnest(s.setconfig) c
  group by s.setrole, s.setdatabase
)
select r.rolname as role,
       r.rolcanlogin as login,
       r.rolsuper as superuser,
       r.rolinherit as inherit,
       r.rolcreaterole as create_role,
       r.rolcreatedb as create_db,
       r.rolreplication as replication,
       r.rolbypassrls as bypass_rls,
       r.rolconnlimit as connection_limit,
       r.rolvaliduntil::text as valid_until,
       coalesce(m.names, '{}') as member_of,
       m.options as membership_options,
       g.settings as settings,
       l.settings as database_settings,
       d.description as comment,
       r.oid::bigint as oid
from pg_roles r
left join membership m on m.member = r.oid
left join configuration g on g.setrole = r.oid and g.setdatabase = 0
left join configuration l on l.setrole = r.oid
                         and l.setdatabase = (select oid from pg_database where datname = current_database())
left join pg_shdescription d on d.objoid = r.oid and d.classoid = 'pg_authid'::regclass
where r.rolname !~ '^pg_' or m.names is not null
