-- An account with which Plumbline sees everything it reads of this schema.  -- [one database]
-- An account with which Plumbline sees everything it reads of this server.  -- [all databases]
-- The account is locked until it has a password: ALTER USER ${account} IDENTIFIED BY '…' ACCOUNT UNLOCK;
CREATE USER ${account} ACCOUNT LOCK;

-- Tables, columns, partitions, indexes, keys; with SHOW VIEW the text of views; sequences; kind applied_migration. It
-- lets the account read rows, which Plumbline does in tables of migration history alone. With REFERENCES in its place it
-- cannot; then coverage says that views are seen in part, and sequences not at all if there are any; and each table
-- django_migrations or flyway_schema_history needs a SELECT of its own.
GRANT SELECT ON ${database} TO ${account};

-- Kind view: definitions.
GRANT SHOW VIEW ON ${database} TO ${account};

-- Kind trigger; foreign keys and checks. MariaDB has no privilege to see triggers without that to make them; the
-- account can also make some, but Plumbline's sessions are read-only.
GRANT TRIGGER ON ${database} TO ${account};

-- Kind event. As with triggers, to see is to make.
GRANT EVENT ON ${database} TO ${account};

-- Kinds role, grant: accounts and privileges of all; kind routine: bodies. The tables hold hashes of passwords, too;  -- [one database]
-- Plumbline asks only whether there is one.  -- [one database]
GRANT SELECT ON mysql.* TO ${account};  -- [one database]
