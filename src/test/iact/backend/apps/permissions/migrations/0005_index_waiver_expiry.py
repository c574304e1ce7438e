"""Indexa la caducidad de los permisos excepcionales.

Qué: el índice permissions_waiver_expires_idx sobre expires_at.
Por qué: la tarea diaria que retira permisos caducados recorría toda la tabla.
"""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0004_seed_functions_and_capabilities'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='waiver',
            index=models.Index(fields=['expires_at'], name='permissions_waiver_expires_idx'),
        ),
    ]
