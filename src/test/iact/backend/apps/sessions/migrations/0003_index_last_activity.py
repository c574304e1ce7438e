"""Indexa la última actividad de las sesiones.

Qué: el índice user_sessions_session_last_idx sobre last_activity.
Por qué: la tarea diaria cierra las sesiones con más de 900 segundos sin uso.
"""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('user_sessions', '0002_allow_one_active_session'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='session',
            index=models.Index(fields=['last_activity'], name='user_sessions_session_last_idx'),
        ),
    ]
