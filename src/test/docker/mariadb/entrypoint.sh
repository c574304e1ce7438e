#!/bin/bash
# What the official image's entry point does, as far as it matters to who starts it: it wants MARIADB_ROOT_PASSWORD, lets
# root in from MARIADB_ROOT_HOST, and first starts a server for itself.
set -eu
if [ -z "${MARIADB_ROOT_PASSWORD:-}" ]; then
  echo "[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified" >&2
  exit 1
fi
data=/var/lib/mysql
install -d -o mysql /run/mysqld
chown -R mysql:mysql $data
mariadb-install-db --user=mysql --datadir=$data --auth-root-authentication-method=normal --skip-test-db >/dev/null
mariadbd --user=mysql --datadir=$data --skip-networking --socket=/tmp/first.sock &
first=$!
until mariadb-admin --socket=/tmp/first.sock -u root ping >/dev/null 2>&1; do kill -0 $first; sleep 0.2; done
mariadb --socket=/tmp/first.sock -u root <<SQL
SET PASSWORD FOR 'root'@'localhost' = PASSWORD('$MARIADB_ROOT_PASSWORD');
CREATE USER 'root'@'${MARIADB_ROOT_HOST:-%}' IDENTIFIED BY '$MARIADB_ROOT_PASSWORD';
GRANT ALL ON *.* TO 'root'@'${MARIADB_ROOT_HOST:-%}' WITH GRANT OPTION;
SQL
kill $first && wait $first
echo "[Note] [Entrypoint]: MariaDB init process done. Ready for start up."
exec mariadbd --user=mysql --datadir=$data --bind-address=0.0.0.0 --socket=/tmp/mariadb.sock
