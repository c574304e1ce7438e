-- kind: server
-- plural: servers
-- about: The server's product and version.
-- path: server
-- attributes:
--   version        text  operational           Full version.
--   version_major  int   operational           Major version.
--   standby        bool  context      =false   Whether it replays another server's changes.
select 'server' as server,
       split_part(current_setting('server_version'), ' ', 1) as version,
       current_setting('server_version_num')::int / 10000 as version_major,
       pg_is_in_recovery() as standby
