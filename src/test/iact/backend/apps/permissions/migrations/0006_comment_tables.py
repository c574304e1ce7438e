"""Documenta las tablas de la app permissions en la base de datos.

Qué: escribe el comentario de cada tabla.
Por qué: los DBA leen el esquema sin el código de Django, y Django 3.2 no sabe
escribir comentarios. La reversa los deja vacíos, como estaban.
"""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0005_index_waiver_expiry'),
    ]

    operations = [
        migrations.RunSQL(
            sql="ALTER TABLE `permissions_function` COMMENT = 'Funciones del sistema que se pueden autorizar.'",
            reverse_sql="ALTER TABLE `permissions_function` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `permissions_capability` COMMENT = 'Acciones concretas dentro de una función.'",
            reverse_sql="ALTER TABLE `permissions_capability` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `permissions_role` COMMENT = 'Roles: conjuntos de capacidades.'",
            reverse_sql="ALTER TABLE `permissions_role` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `permissions_grant` COMMENT = 'Capacidades concedidas a cada rol.'",
            reverse_sql="ALTER TABLE `permissions_grant` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `permissions_member` COMMENT = 'Roles asignados a cada usuario.'",
            reverse_sql="ALTER TABLE `permissions_member` COMMENT = ''",
        ),
        migrations.RunSQL(
            sql="ALTER TABLE `permissions_waiver` COMMENT = 'Permisos excepcionales, siempre con caducidad.'",
            reverse_sql="ALTER TABLE `permissions_waiver` COMMENT = ''",
        ),
    ]
