-- An account with which Plumbline sees everything it reads of this schema.  -- [one database]
-- An account with which Plumbline sees everything it reads of this server.  -- [all databases]
-- The account is locked until it has a password: ALTER USER ${account} IDENTIFIED BY '…' ACCOUNT UNLOCK;
-- In what follows a backslash keeps an underscore from standing for any character; with partial_revokes = ON omit it.  -- [one database & >= 8.0.16]
CREATE USER ${account} ACCOUNT LOCK;

-- Tables, columns, partitions, indexes, keys, and with SHOW VIEW the text of views; kind applied_migration. It lets  -- [< 8 | >= 8.0.20]
-- the account read rows, which Plumbline does in tables of migration history alone. With REFERENCES in its place it  -- [< 8 | >= 8.0.20]
-- cannot; then coverage says that views are seen in part, and each table django_migrations or flyway_schema_history  -- [< 8 | >= 8.0.20]
-- needs a SELECT of its own.  -- [< 8 | >= 8.0.20]
GRANT SELECT ON ${database} TO ${account};  -- [< 8 | >= 8.0.20]
-- Tables, columns, partitions, indexes, keys; kind applied_migration; accounts and privileges in the schema mysql; and  -- [>= 8, < 8.0.20]
-- the bodies of routines, which MySQL before 8.0.20 shows to no lesser privilege. It lets the account read rows, which  -- [>= 8, < 8.0.20]
-- Plumbline does in tables of migration history alone.  -- [>= 8, < 8.0.20]
GRANT SELECT ON *.* TO ${account};  -- [>= 8, < 8.0.20]

-- Kind view: definitions and algorithms, which need SELECT as well.
GRANT SHOW VIEW ON ${database} TO ${account};

-- Kind trigger; foreign keys and checks. MySQL has no privilege to see triggers without that to make them; the
-- account can also make some, but Plumbline's sessions are read-only.
GRANT TRIGGER ON ${database} TO ${account};

-- Kind event. As with triggers, to see is to make.
GRANT EVENT ON ${database} TO ${account};

-- Kinds role, grant: accounts and privileges of all; bodies of routines. The tables hold hashes of passwords, too;  -- [one database & < 8]
-- Plumbline asks only whether there is one.  -- [one database & < 8]
-- Kinds role, grant: accounts and privileges of all. The tables hold hashes of passwords, too; Plumbline asks only  -- [one database & >= 8.0.20]
-- whether there is one.  -- [one database & >= 8.0.20]
GRANT SELECT ON mysql.* TO ${account};  -- [one database & < 8]
GRANT SELECT ON mysql.* TO ${account};  -- [one database & >= 8.0.20]

-- Kind routine: bodies. For a server older than 8.0.20 name its version: --server-version.  -- [>= 8.0.20]
GRANT SHOW_ROUTINE ON *.* TO ${account};  -- [>= 8.0.20]
