#!/usr/bin/env bash
# Ensaya la restauración de un respaldo en una base de datos desechable.
#
# Uso: restore_drill.sh operational|analytics <fichero> <base desechable>
#
# Escribe en la salida estándar lo que midió: cuánto tardó, cuántas tablas y filas
# volvieron y la huella del esquema restaurado. No dice si el ensayo «pasa»: eso
# lo decide quien compara la huella con la línea base y el tiempo con el RTO.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

[ $# -eq 3 ] || wrong_usage "restore_drill.sh operational|analytics <fichero> <base desechable>"
database=$1
file=$2
scratch=$3
[[ $scratch == *_drill ]] || fail "la base desechable debe terminar en _drill: $scratch"
[ -s "$file" ] || fail "no existe el respaldo $file"

started_at=$(utc_now)
start_ms=$(date +%s%3N)
case "$database" in
  operational)
    client=(mariadb "${mysql_options[@]}" --skip-column-names --batch)
    "${client[@]}" -e "CREATE DATABASE $scratch CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
    "${client[@]}" "$scratch" < "$file"
    duration_ms=$(($(date +%s%3N) - start_ms))
    tables=$("${client[@]}" -e "SELECT table_name FROM information_schema.tables
      WHERE table_schema = '$scratch' AND table_type = 'BASE TABLE' ORDER BY table_name")
    rows=0
    for table in $tables; do
      rows=$((rows + $("${client[@]}" "$scratch" -e "SELECT COUNT(*) FROM \`$table\`")))
    done
    digest=$(mariadb-dump "${mysql_options[@]}" --no-data --skip-comments "$scratch" \
      | sed -E 's/ AUTO_INCREMENT=[0-9]+//' | sha256sum | cut -d ' ' -f 1)
    "${client[@]}" -e "DROP DATABASE $scratch"
    ;;
  analytics)
    client=(psql "${postgres_options[@]}" --no-align --tuples-only --quiet --set ON_ERROR_STOP=1)
    createdb "${postgres_options[@]}" --template template0 --encoding UTF8 "$scratch"
    pg_restore "${postgres_options[@]}" --exit-on-error --dbname "$scratch" "$file"
    duration_ms=$(($(date +%s%3N) - start_ms))
    tables=$("${client[@]}" "$scratch" -c "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
      WHERE schemaname IN ('analytics', 'reports', 'metrics') ORDER BY 1")
    rows=0
    for table in $tables; do
      rows=$((rows + $("${client[@]}" "$scratch" -c "SELECT count(*) FROM $table")))
    done
    digest=$(pg_dump "${postgres_options[@]}" --schema-only "$scratch" \
      | grep -vE '^(--|\\(un)?restrict)' | sha256sum | cut -d ' ' -f 1)
    dropdb "${postgres_options[@]}" "$scratch"
    ;;
  *)
    wrong_usage "restore_drill.sh operational|analytics <fichero> <base desechable>"
    ;;
esac

cat <<YAML
database: $database
backup_file: $(basename "$file")
backup_sha256: $(sha256sum "$file" | cut -d ' ' -f 1)
started_at: $started_at
restore_duration_ms: $duration_ms
rto_seconds: 14400
tables_restored: $(wc -w <<< "$tables")
rows_restored: $rows
restored_schema_dump_sha256: $digest
YAML
