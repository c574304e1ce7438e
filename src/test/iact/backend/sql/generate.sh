#!/usr/bin/env bash
# Regenera el SQL de subida y de bajada de cada migración de Django.
#
# Uso: backend/sql/generate.sh
#
# Necesita una base de datos MariaDB vacía (11.4, utf8mb4_unicode_ci) en las variables
# IACT_DEFAULT_DB_* e IACT_*_PASSWORD; PYTHON elige el intérprete. Cada migración
# se imprime justo antes de aplicarla y, hacia atrás, justo después, porque
# sqlmigrate consulta la base de datos para saber nombres de restricciones.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PYTHONDONTWRITEBYTECODE=1

manage() { (cd "$here/.." && "$python" manage.py "$@"); }

if manage showmigrations --plan | grep -q '^\[X\]'; then
  echo "La base de datos no está vacía: generate.sh necesita una sin migraciones aplicadas." >&2
  exit 64
fi

manage showmigrations --plan | sed -E 's/^\[.\] +//; s/\./\//; s/ .*$//' > "$work/plan"

manage shell -c '
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
with connection.schema_editor(collect_sql=True) as editor:
    editor.create_model(MigrationRecorder.Migration)
print("\n".join(editor.collected_sql))
' > "$work/recorder.sql"

find "$here" -mindepth 2 -name '*.sql' -not -path "$here/by_hand/*" -delete
find "$here" -mindepth 1 -type d -empty -delete

# Completa lo que imprime sqlmigrate: motor y juego de caracteres explícitos, la
# parte escrita a mano de las operaciones RunPython y la fila del historial.
finish() { # app nombre sentido fichero
  "$python" - "$here" "$@" <<'PY'
import re
import sys
from pathlib import Path

PYTHON_MARK = (
    '-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:\n'
    '-- Raw Python operation\n'
    '--\n'
)
here, app, name, way, source = sys.argv[1:]
text = Path(source).read_text(encoding='utf-8').strip('\n') + '\n'
text = re.sub(
    r'^(CREATE TABLE .*\));$',
    r'\1 ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;',
    text, flags=re.M,
)
by_hand = Path(here, 'by_hand', '%s.%s.%s.part.sql' % (app, name, way))
lines = [
    '-- %s %s/%s' % ('Sube' if way == 'up' else 'Baja', app, name),
    '-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.',
    '',
]
if by_hand.exists():
    # Un fragmento puede cambiar una sentencia («-- Sustituye: …» y «-- Por: …») y
    # escribir lo que hace RunPython, que va en el lugar que sqlmigrate le reserva.
    part = by_hand.read_text(encoding='utf-8').strip('\n')
    mark = '-- Escrito a mano (by_hand/%s):\n' % by_hand.name
    swap = re.match(r'-- Sustituye: (.*)\n-- Por: (.*)\n', part)
    if swap:
        if text.count(swap.group(1)) != 1:
            sys.exit('%s: sqlmigrate ya no imprime lo que sustituye' % by_hand.name)
        text = text.replace(swap.group(1), mark + swap.group(2))
        part = part[swap.end():]
    if text.count(PYTHON_MARK) != 1:
        sys.exit('%s: se esperaba una sola operación de Python' % by_hand.name)
    text = text.replace(PYTHON_MARK, PYTHON_MARK + mark + part + '\n')
elif 'CANNOT BE WRITTEN AS SQL' in text:
    sys.exit('%s/%s %s: falta %s' % (app, name, way, by_hand.name))
if text.strip():
    lines.append(text)
if app != 'django':
    if way == 'up':
        lines.append(
            "INSERT INTO `django_migrations` (`app`, `name`, `applied`)"
            " VALUES ('%s', '%s', UTC_TIMESTAMP(6));" % (app, name)
        )
    else:
        lines.append(
            "DELETE FROM `django_migrations` WHERE `app` = '%s' AND `name` = '%s';"
            % (app, name)
        )
target = Path(here, app, '%s.%s.sql' % (name, way))
target.parent.mkdir(exist_ok=True)
target.write_text('\n'.join(lines).rstrip('\n') + '\n', encoding='utf-8', newline='\n')
PY
}

echo 'django/0000_django_migrations' > "$here/order.txt"
finish django 0000_django_migrations up "$work/recorder.sql"
echo 'DROP TABLE `django_migrations`;' > "$work/recorder.down.sql"
finish django 0000_django_migrations down "$work/recorder.down.sql"

while IFS=/ read -r app name; do
  echo "$app/$name" >> "$here/order.txt"
  manage sqlmigrate "$app" "$name" > "$work/up.sql"
  finish "$app" "$name" up "$work/up.sql"
  manage migrate --verbosity 0 "$app" "$name" < /dev/null
  manage sqlmigrate --backwards "$app" "$name" > "$work/down.sql"
  finish "$app" "$name" down "$work/down.sql"
done < "$work/plan"

echo "$(wc -l < "$here/order.txt") migraciones escritas en $(basename "$here")/" >&2
