# Ajustes comunes de los guiones de IACT; se incluye con «source».
# Las contraseñas llegan por el entorno (MYSQL_PWD, PGPASSWORD); nunca por argumentos.

iact_root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
backup_dir=${IACT_BACKUP_DIR:-$iact_root/backups}
mysql_db=${IACT_DEFAULT_DB_NAME:-iact}
postgres_db=${IACT_ANALYTICS_DB_NAME:-iact_analytics}
cassandra_keyspaces=(iact_logs iact_audit iact_events)

mysql_options=(
  --default-character-set=utf8mb4
  --host="${IACT_DEFAULT_DB_HOST:-127.0.0.1}"
  --port="${IACT_DEFAULT_DB_PORT:-3306}"
  --user="${IACT_DEFAULT_DB_USER:-iact_migrator}"
)
# shellcheck disable=SC2206 # las opciones extra se separan por espacios a propósito
mysql_options+=(${IACT_MYSQL_EXTRA_OPTIONS:-})
postgres_options=(
  --host="${IACT_ANALYTICS_DB_HOST:-127.0.0.1}"
  --port="${IACT_ANALYTICS_DB_PORT:-5432}"
  --username="${IACT_ANALYTICS_DB_USER:-iact_analytics_owner}"
)

utc_now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

fail() { echo "error: $*" >&2; exit 3; }

wrong_usage() { echo "uso: $*" >&2; exit 64; }
