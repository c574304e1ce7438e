"""Documenta las tablas de la app authentication en la base de datos.

Qué: escribe el comentario de cada tabla.
Por qué: los DBA leen el esquema sin el código de Django, y Django 3.2 no sabe
escribir comentarios. La reversa los deja vacíos, como estaban.
"""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('authentication', '0003_add_login_failure_reason'),
    ]

    operations = [
        migrations.RunSQL(
            sql="ALTER TABLE `authentication_login` COMMENT = 'Intentos de acceso, concedidos o rechazados.'",
            reverse_sql="ALTER TABLE `authentication_login` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `authentication_lock` COMMENT = 'Bloqueos de cuenta y su duración.'",
            reverse_sql="ALTER TABLE `authentication_lock` COMMENT = ''",
        ),
    ]
