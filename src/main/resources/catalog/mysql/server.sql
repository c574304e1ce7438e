-- plural: servers
-- about: The server itself.
-- path: server
-- attributes:
--   flavour        text  definition   mysql or mariadb.
--   version_major  int   operational  First number of the version.
--   version        text  operational  In full, for instance 11.4.5.
select 'server' as server,
       'mysql' as flavour,  -- [mysql]
       'mariadb' as flavour,  -- [mariadb]
       substring_index(version(), '.', 1) as version_major,
       substring_index(version(), '-', 1) as version
