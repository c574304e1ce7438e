#!/usr/bin/env bash
# Deshace migraciones, de la última a la indicada, esta incluida.
#
# Uso: rollback.sh [--dry-run] operational <app>/<NNNN_nombre>
#      rollback.sh [--dry-run] analytics <versión>
#      rollback.sh [--dry-run] events <NNNN_nombre>
#
# Con --dry-run escribe en orden los ficheros que ejecutaría y no toca nada.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

dry_run=false
if [ "${1:-}" = --dry-run ]; then
  dry_run=true
  shift
fi
[ $# -eq 2 ] || wrong_usage "rollback.sh [--dry-run] operational|analytics|events <migración>"
database=$1
target=$2

# Escribe los pasos posteriores al indicado y el propio paso, del último al primero.
back_to() {
  tac | awk -v target="$target" '
    { print } $0 == target { found = 1; exit } END { exit !found }'
}

case "$database" in
  operational) steps=$(back_to < "$iact_root/backend/sql/order.txt") ;;
  analytics)
    steps=$(find "$iact_root/db/analytics" -name 'V*__*.sql' -printf '%f\n' \
      | sed -E 's/^V([0-9]+)__.*/\1/' | sort -n | back_to) ;;
  events)
    steps=$(find "$iact_root/db/events" -name '*.up.cql' -printf '%f\n' \
      | sed 's/\.up\.cql$//' | sort | back_to) ;;
  *) wrong_usage "rollback.sh [--dry-run] operational|analytics|events <migración>" ;;
esac || fail "no existe la migración $target"

applied_operational() {
  mariadb "${mysql_options[@]}" --skip-column-names --batch "$mysql_db" \
    -e "SELECT CONCAT(app, '/', name) FROM django_migrations"
}
applied_analytics() {
  psql "${postgres_options[@]}" --no-align --tuples-only "$postgres_db" \
    -c "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL"
}
undo_operational() { mariadb "${mysql_options[@]}" "$mysql_db" < "$1"; }
undo_analytics() {
  psql "${postgres_options[@]}" --quiet --single-transaction --set ON_ERROR_STOP=1 "$postgres_db" \
    --file "$1" --command "DELETE FROM flyway_schema_history WHERE version = '$step'"
}
undo_events() { cqlsh --file "$1"; }

if ! $dry_run && [ "$database" != events ]; then
  applied=$("applied_$database")
fi
for step in $steps; do
  case "$database" in
    operational) file=$iact_root/backend/sql/$step.down.sql ;;
    analytics) file=$(find "$iact_root/db/analytics" -name "U${step}__*.sql") ;;
    events) file=$iact_root/db/events/$step.down.cql ;;
  esac
  [ -f "$file" ] || fail "la migración $step no tiene fichero que la deshaga"
  if $dry_run; then
    echo "${file#"$iact_root"/}"
  elif [ "$database" != events ] && ! grep -qxF "$step" <<< "$applied"; then
    echo "omitida, no está aplicada: $step" >&2
  else
    "undo_$database" "$file"
    echo "deshecha: $step" >&2
  fi
done
