#!/usr/bin/env bash
# EJEMPLO MALO (bad-script-skip-backup, bad-script-order): permite saltarse el
# respaldo, migra antes de respaldar y sigue adelante si algo falla.
if [ "$1" = --skip-backup ]; then
  SKIP_BACKUP=1
  shift
fi

cd backend && python3 manage.py migrate --noinput

if [ -z "$SKIP_BACKUP" ]; then
  ../scripts/backup.sh "$1" || echo WARNING
fi
