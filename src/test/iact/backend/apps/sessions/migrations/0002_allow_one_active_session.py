"""Permite una sola sesión activa por usuario (RNF-002).

Qué: la columna generada active_user_id, que vale user_id mientras la sesión
está activa y NULL después, con un índice único.
Por qué: ni MySQL ni MariaDB tienen índices únicos parciales, pero un índice
único admite cualquier número de NULL. La columna no forma parte del estado de
Django: solo la mantiene y la usa la base de datos.
"""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('user_sessions', '0001_create_user_sessions'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql=(
                        'ALTER TABLE `user_sessions`'
                        ' ADD COLUMN `active_user_id` bigint'
                        ' GENERATED ALWAYS AS'
                        ' (CASE WHEN `is_active` = 1 THEN `user_id` END) VIRTUAL'
                        " COMMENT 'user_id mientras la sesión está activa; NULL después.',"
                        ' ADD UNIQUE INDEX `uk_user_sessions_session_active_user`'
                        ' (`active_user_id`)'
                    ),
                    reverse_sql=(
                        'ALTER TABLE `user_sessions`'
                        ' DROP INDEX `uk_user_sessions_session_active_user`,'
                        ' DROP COLUMN `active_user_id`'
                    ),
                ),
            ],
            state_operations=[],
        ),
    ]
