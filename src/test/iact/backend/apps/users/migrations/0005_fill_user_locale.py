"""Rellena el idioma de los usuarios existentes (migración de datos).

Qué: pone es-MX en users_user.locale donde estaba vacío.
Por qué: 0006 hace la columna obligatoria. La reversa la vacía de nuevo donde
vale es-MX, que es el valor que esta migración escribe.
"""
from django.db import migrations

DEFAULT_LOCALE = 'es-MX'


def fill_locale(apps, schema_editor):
    """Escribe el idioma por omisión donde falta."""
    user = apps.get_model('users', 'User')
    user.objects.using(schema_editor.connection.alias).filter(
        locale__isnull=True
    ).update(locale=DEFAULT_LOCALE)


def clear_locale(apps, schema_editor):
    """Vacía el idioma escrito por fill_locale."""
    user = apps.get_model('users', 'User')
    user.objects.using(schema_editor.connection.alias).filter(
        locale=DEFAULT_LOCALE
    ).update(locale=None)


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0004_add_user_locale'),
    ]

    operations = [
        migrations.RunPython(fill_locale, reverse_code=clear_locale),
    ]
