"""Documenta las tablas de la app users en la base de datos.

Qué: escribe el comentario de cada tabla.
Por qué: los DBA leen el esquema sin el código de Django, y Django 3.2 no sabe
escribir comentarios. La reversa los deja vacíos, como estaban.
"""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0008_seed_teams'),
    ]

    operations = [
        migrations.RunSQL(
            sql="ALTER TABLE `users_user` COMMENT = 'Personas con acceso a IACT; la baja es lógica.'",
            reverse_sql="ALTER TABLE `users_user` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `users_team` COMMENT = 'Equipos del centro de llamadas.'",
            reverse_sql="ALTER TABLE `users_team` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `users_profile` COMMENT = 'Datos de contacto y preferencias de cada usuario.'",
            reverse_sql="ALTER TABLE `users_profile` COMMENT = ''",
        ),
    ]
