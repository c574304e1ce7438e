"""Añade la causa del rechazo a los intentos de acceso.

Qué: la columna authentication_login.failure_reason, vacía por omisión.
Por qué: seguridad necesita distinguir contraseñas erróneas de cuentas bloqueadas.
"""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('authentication', '0002_create_lock'),
    ]

    operations = [
        migrations.AddField(
            model_name='login',
            name='failure_reason',
            field=models.CharField(blank=True, default='', help_text='Causa del rechazo; vacía si el acceso se concedió.', max_length=40),
        ),
    ]
