#!/usr/bin/env bash
# Respalda una base de datos y anota el respaldo en backups/manifest.yaml.
#
# Uso: backup.sh operational|analytics|events
#
# El respaldo se comprueba antes de anotarlo: un fichero incompleto es un error.
# La copia externa la anota después quien la hace, en el mismo asiento.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

database=${1:-}
started_at=$(utc_now)
stamp=$(date -u +%Y%m%dT%H%M%SZ)

case "$database" in
  operational)
    file=operational/$mysql_db-$stamp.sql
    engine=mariadb kind=full tool=mariadb-dump
    mkdir -p "$backup_dir/operational"
    mariadb-dump "${mysql_options[@]}" --single-transaction --routines --triggers --events \
      "$mysql_db" > "$backup_dir/$file"
    tail -n 3 "$backup_dir/$file" | grep -q '^-- Dump completed' \
      || fail "el volcado $file no termina con su marca de fin"
    ;;
  analytics)
    file=analytics/$postgres_db-$stamp.dump
    engine=postgresql kind=full tool=pg_dump
    mkdir -p "$backup_dir/analytics"
    pg_dump "${postgres_options[@]}" --format=custom --file="$backup_dir/$file" "$postgres_db"
    pg_restore --list "$backup_dir/$file" > /dev/null || fail "el archivo $file no se puede leer"
    ;;
  events)
    file=events/$stamp/schema.cql
    engine=cassandra kind=snapshot tool='nodetool snapshot'
    mkdir -p "$backup_dir/events/$stamp"
    nodetool snapshot --tag "$stamp" "${cassandra_keyspaces[@]}" > /dev/null
    : > "$backup_dir/$file"
    for keyspace in "${cassandra_keyspaces[@]}"; do
      for snapshot in "${CASSANDRA_DATA_DIR:?}/$keyspace"/*/snapshots/"$stamp"; do
        table=$(basename "$(dirname "$(dirname "$snapshot")")")
        target=$backup_dir/events/$stamp/$keyspace/${table%-*}
        mkdir -p "$target"
        cp -R "$snapshot/." "$target/"
        cat "$target/schema.cql" >> "$backup_dir/$file"
      done
    done
    [ -s "$backup_dir/$file" ] || fail "la instantánea $stamp no contiene ninguna tabla"
    ;;
  *)
    wrong_usage "backup.sh operational|analytics|events"
    ;;
esac

cat >> "$backup_dir/manifest.yaml" <<YAML
  - database: $database
    engine: $engine
    kind: $kind
    file: $file
    sha256: $(sha256sum "$backup_dir/$file" | cut -d ' ' -f 1)
    size_bytes: $(stat -c %s "$backup_dir/$file")
    started_at: $started_at
    finished_at: $(utc_now)
    tool: $tool
YAML
echo "$file"
