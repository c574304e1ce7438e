-- An account with which Plumbline sees everything it reads of this database, and can neither write nor see a row.
-- Run it as a superuser; then give the account its password, in psql with: \password ${account}
CREATE ROLE ${account} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- Lets it in, where CONNECT was taken from PUBLIC. The catalogue itself is open to everyone who is in.
GRANT CONNECT ON DATABASE ${database} TO ${account};

-- Kind setting: the values that only superusers see otherwise, such as shared_preload_libraries.
GRANT pg_read_all_settings TO ${account};

-- No privilege but superuser shows the options of user mappings: if there are any, the coverage of user_mapping says so.
