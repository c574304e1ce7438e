#!/usr/bin/env bash
# Migra producción: respalda cada base de datos y solo después la migra.
#
# Uso: migrate_production.sh operational|analytics|events
#
# No hay forma de saltarse el respaldo: si falla, el guion termina y no migra.
# Anota en backups/deployments.yaml qué se aplicó y cuándo.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

database=${1:-}
[ $# -eq 1 ] || wrong_usage "migrate_production.sh operational|analytics|events"
export DJANGO_SETTINGS_MODULE=iact.settings.production

backup_file=$("$iact_root/scripts/backup.sh" "$database")
echo "respaldo: $backup_file" >&2

started_at=$(utc_now)
case "$database" in
  operational)
    cd "$iact_root/backend"
    applied=$(python3 manage.py showmigrations --plan | sed -nE 's/^\[ \] +([^ .]+)\.([^ ]+).*/\1\/\2/p')
    python3 manage.py migrate --database default --noinput >&2
    ;;
  analytics)
    applied=$(flyway -locations="filesystem:$iact_root/db/analytics" info -infoOfState=pending -outputType=json \
      | python3 -c 'import json, sys; print("\n".join(m["filepath"].split("/")[-1] for m in json.load(sys.stdin)["migrations"]))')
    flyway -locations="filesystem:$iact_root/db/analytics" migrate >&2
    ;;
  events)
    last=$(sed -nE 's/^ +- ([0-9]{4}_[a-z_]+)$/\1/p' "$backup_dir/deployments.yaml" | sort | tail -n 1)
    applied=
    for file in "$iact_root"/db/events/*.up.cql; do
      name=$(basename "$file" .up.cql)
      if [[ $name > $last ]]; then
        cqlsh --file "$file" >&2
        applied+=$name$'\n'
      fi
    done
    ;;
  *)
    wrong_usage "migrate_production.sh operational|analytics|events"
    ;;
esac

{
  echo "  - database: $database"
  echo "    started_at: $started_at"
  echo "    finished_at: $(utc_now)"
  echo "    backup: $backup_file"
  echo "    migrations:"
  while read -r migration; do
    [ -z "$migration" ] || echo "      - $migration"
  done <<< "$applied"
} >> "$backup_dir/deployments.yaml"
