#!/bin/bash
# What the official image's entry point does, as far as it matters to who starts it: it wants POSTGRES_PASSWORD, hands
# POSTGRES_INITDB_ARGS on, and first starts a server for itself that writes the same log as the real one.
set -eu
if [ -z "${POSTGRES_PASSWORD:-}" ]; then
  echo "Error: Database is uninitialized and superuser password is not specified." >&2
  exit 1
fi
export PGDATA=/var/lib/postgresql/data PATH=/usr/lib/postgresql/15/bin:$PATH
if [ "$(id -u)" = 0 ]; then
  chown -R postgres:postgres "$PGDATA" && chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
fi
eval "initdb --username='${POSTGRES_USER:-postgres}' --pwfile=<(printf '%s\n' \"\$POSTGRES_PASSWORD\") ${POSTGRES_INITDB_ARGS:-}"
echo "host all all all scram-sha-256" >>"$PGDATA/pg_hba.conf"
echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
pg_ctl -o "-c listen_addresses='' -c unix_socket_directories=/tmp" -w start
pg_ctl -m fast -w stop
echo "PostgreSQL init process complete; ready for start up."
exec postgres -c unix_socket_directories=/tmp
