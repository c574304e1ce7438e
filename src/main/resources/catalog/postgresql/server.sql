-- kind: server
-- plural: servers
-- about: The server's product and version.
-- path: server
-- attributes:
--   version        text  operational           Full version.
--   version_major  int   operational           Major version.
--   standby        bool  context      =false   Whether it replays another server's changes.
--   role_settings  map   definition            Settings of all roles in all databases.
select 'server' as server,
       split_part(current_setting('server_version'), ' ', 1) as version,
       -- A cast from text would run what a user made of it.
       int4in(textout(current_setting('server_version_num'))) / 10000 as version_major,
       pg_is_in_recovery() as standby,
       (select json_object_agg(split_part(c, '=', 1), substr(c, strpos(c, '=') + 1))
        from pg_db_role_setting s cross join lateral unnest(s.setconfig) c
        where s.setdatabase = 0 and s.setrole = 0) as role_settings
