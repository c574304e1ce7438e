"""Documenta las tablas de la app user_sessions en la base de datos.

Qué: escribe el comentario de cada tabla.
Por qué: los DBA leen el esquema sin el código de Django, y Django 3.2 no sabe
escribir comentarios. La reversa los deja vacíos, como estaban.
"""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('user_sessions', '0003_index_last_activity'),
    ]

    operations = [
        migrations.RunSQL(
            sql="ALTER TABLE `user_sessions` COMMENT = 'Sesiones de usuario con su actividad; una activa por usuario.'",
            reverse_sql="ALTER TABLE `user_sessions` COMMENT = ''",
        ),
    ]
