"""Crea el registro de sesiones de usuario (RNF-002).

Qué: la tabla user_sessions con usuario, dirección, agente, última actividad e
indicador de sesión activa.
Por qué: django_session no dice de quién es una sesión ni desde dónde se usa.
"""
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('sessions', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('session_key', models.CharField(help_text='Clave de la fila de django_session.', max_length=40)),
                ('user', models.ForeignKey(help_text='Dueño de la sesión.', on_delete=django.db.models.deletion.PROTECT, related_name='user_sessions', to=settings.AUTH_USER_MODEL)),
                ('ip', models.GenericIPAddressField(help_text='Dirección de origen.')),
                ('agent', models.CharField(blank=True, default='', help_text='Agente de usuario del navegador.', max_length=255)),
                ('started_at', models.DateTimeField(help_text='Inicio de la sesión, en UTC.')),
                ('last_activity', models.DateTimeField(help_text='Última petición, en UTC.')),
                ('is_active', models.BooleanField(default=True, help_text='Si la sesión sigue abierta.')),
                ('ended_at', models.DateTimeField(blank=True, help_text='Cierre de la sesión; vacío si sigue abierta.', null=True)),
            ],
            options={
                'verbose_name': 'sesión de usuario',
                'verbose_name_plural': 'sesiones de usuario',
                'db_table': 'user_sessions',
                'indexes': [
                    models.Index(fields=['user'], name='user_sessions_session_user_idx'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('session_key',), name='uk_user_sessions_session_key'),
                ],
            },
        ),
    ]
