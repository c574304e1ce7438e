"""Crea la tabla de usuarios.

Qué: la tabla users_user con el nombre de acceso y el correo únicos.
Por qué: IACT usa su propio modelo de usuario desde el primer despliegue, porque
cambiar AUTH_USER_MODEL más tarde obligaría a reescribir todas las claves foráneas.
"""
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('username', models.CharField(help_text='Nombre de acceso, único y sin espacios.', max_length=60)),
                ('email', models.EmailField(help_text='Correo de la empresa.', max_length=254)),
                ('full_name', models.CharField(help_text='Nombre y apellidos.', max_length=150)),
                ('is_active', models.BooleanField(default=True, help_text='Si la cuenta puede iniciar sesión.')),
                ('created_at', models.DateTimeField(auto_now_add=True, help_text='Momento del alta, en UTC.')),
                ('updated_at', models.DateTimeField(auto_now=True, help_text='Momento del último cambio, en UTC.')),
            ],
            options={
                'verbose_name': 'usuario',
                'verbose_name_plural': 'usuarios',
                'db_table': 'users_user',
                'constraints': [
                    models.UniqueConstraint(fields=('username',), name='uk_users_user_username'),
                    models.UniqueConstraint(fields=('email',), name='uk_users_user_email'),
                ],
            },
        ),
    ]
