"""Crea las tablas de equipos y perfiles.

Qué: users_team y users_profile, con un perfil por usuario.
Por qué: los datos de contacto cambian a menudo y no deben bloquear la fila del
usuario, que se lee en cada petición. Los índices van dentro de CreateModel para que
la reversa borre la tabla de una vez: InnoDB no deja quitar antes el índice de
una clave foránea.
"""
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0001_create_user'),
    ]

    operations = [
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='Código corto del equipo.', max_length=20)),
                ('name', models.CharField(help_text='Nombre visible del equipo.', max_length=100)),
                ('is_active', models.BooleanField(default=True, help_text='Si el equipo recibe personal.')),
                ('created_at', models.DateTimeField(auto_now_add=True, help_text='Momento del alta, en UTC.')),
            ],
            options={
                'verbose_name': 'equipo',
                'verbose_name_plural': 'equipos',
                'db_table': 'users_team',
                'constraints': [
                    models.UniqueConstraint(fields=('code',), name='uk_users_team_code'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(help_text='Usuario al que pertenece el perfil.', on_delete=django.db.models.deletion.PROTECT, related_name='profiles', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, help_text='Equipo actual.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='users.team')),
                ('phone', models.CharField(blank=True, default='', help_text='Extensión o teléfono.', max_length=20)),
                ('preferences', models.JSONField(blank=True, default=dict, help_text='Preferencias de la interfaz.')),
                ('updated_at', models.DateTimeField(auto_now=True, help_text='Momento del último cambio, en UTC.')),
                ('fax', models.CharField(blank=True, help_text='Número de fax.', max_length=20, null=True)),
            ],
            options={
                'verbose_name': 'perfil',
                'verbose_name_plural': 'perfiles',
                'db_table': 'users_profile',
                'indexes': [
                    models.Index(fields=['team'], name='users_profile_team_idx'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('user',), name='uk_users_profile_user'),
                ],
            },
        ),
    ]
