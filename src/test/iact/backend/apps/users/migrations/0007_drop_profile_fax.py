"""Quita el número de fax del perfil (destructiva, ADR-BACK-014).

Qué: elimina la columna users_profile.fax.
Por qué: el centro de llamadas retiró el servicio de fax y la columna estaba
vacía en todas las filas. El ADR-BACK-014 aprobó el borrado y su copia previa.
La reversa vuelve a crear la columna, opcional y al final de la tabla.
"""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0006_require_user_locale'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='profile',
            name='fax',
        ),
    ]
