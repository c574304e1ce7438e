#!/bin/bash
# What the official image's entry point does, as far as it matters to who starts it: it wants MYSQL_ROOT_PASSWORD, lets root
# in from MYSQL_ROOT_HOST, and first starts a server for itself.
set -eu
if [ -z "${MYSQL_ROOT_PASSWORD:-}" ]; then
  echo "[ERROR] [Entrypoint]: Database is uninitialized and password option is not specified" >&2
  exit 1
fi
server=(/opt/mysql/bin/mysqld --no-defaults --user=mysql --basedir=/opt/mysql --datadir=/var/lib/mysql/data --mysqlx=OFF --secure-file-priv=NULL)
chown mysql:mysql /var/lib/mysql
cat >/tmp/accounts.sql <<SQL
ALTER USER 'root'@'localhost' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
CREATE USER 'root'@'${MYSQL_ROOT_HOST:-%}' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD';
GRANT ALL ON *.* TO 'root'@'${MYSQL_ROOT_HOST:-%}' WITH GRANT OPTION;
SHUTDOWN;
SQL
"${server[@]}" --initialize-insecure
"${server[@]}" --skip-networking --socket=/tmp/first.sock --init-file=/tmp/accounts.sql || true
rm /tmp/accounts.sql
echo "[Note] [Entrypoint]: MySQL init process done. Ready for start up."
exec "${server[@]}" --bind-address=0.0.0.0 --socket=/tmp/mysql.sock
