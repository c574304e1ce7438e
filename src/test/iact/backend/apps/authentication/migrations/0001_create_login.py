"""Crea el registro de intentos de acceso.

Qué: la tabla authentication_login, con índices por usuario y por dirección.
Por qué: el bloqueo por intentos fallidos cuenta los últimos por usuario y por IP.
"""
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('users', '0001_create_user'),
    ]

    operations = [
        migrations.CreateModel(
            name='Login',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(blank=True, help_text='Usuario reconocido; vacío si el nombre no existe.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='logins', to=settings.AUTH_USER_MODEL)),
                ('username', models.CharField(help_text='Nombre de acceso tal como se escribió.', max_length=60)),
                ('ip', models.GenericIPAddressField(help_text='Dirección de origen.')),
                ('agent', models.CharField(blank=True, default='', help_text='Agente de usuario del navegador.', max_length=255)),
                ('succeeded', models.BooleanField(help_text='Si el acceso se concedió.')),
                ('attempted_at', models.DateTimeField(help_text='Momento del intento, en UTC.')),
            ],
            options={
                'verbose_name': 'intento de acceso',
                'verbose_name_plural': 'intentos de acceso',
                'db_table': 'authentication_login',
                'indexes': [
                    models.Index(fields=['user', 'attempted_at'], name='authentication_login_user_idx'),
                    models.Index(fields=['ip', 'attempted_at'], name='authentication_login_ip_idx'),
                ],
            },
        ),
    ]
