"""Crea los roles y las capacidades que conceden.

Qué: permissions_role y permissions_grant.
Por qué: las capacidades se asignan a personas por medio de roles.
"""
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0001_create_function_and_capability'),
    ]

    operations = [
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(help_text='Código del rol.', max_length=60)),
                ('name', models.CharField(help_text='Nombre visible.', max_length=120)),
                ('description', models.TextField(blank=True, default='', help_text='Para quién es el rol.')),
                ('created_at', models.DateTimeField(auto_now_add=True, help_text='Momento del alta, en UTC.')),
            ],
            options={
                'verbose_name': 'rol',
                'verbose_name_plural': 'roles',
                'db_table': 'permissions_role',
                'constraints': [
                    models.UniqueConstraint(fields=('code',), name='uk_permissions_role_code'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.ForeignKey(help_text='Rol que recibe la capacidad.', on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='permissions.role')),
                ('capability', models.ForeignKey(help_text='Capacidad concedida.', on_delete=django.db.models.deletion.PROTECT, related_name='grants', to='permissions.capability')),
                ('created_at', models.DateTimeField(auto_now_add=True, help_text='Momento de la concesión, en UTC.')),
            ],
            options={
                'verbose_name': 'concesión',
                'verbose_name_plural': 'concesiones',
                'db_table': 'permissions_grant',
                'indexes': [
                    models.Index(fields=['role'], name='permissions_grant_role_idx'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('capability', 'role'), name='uk_permissions_grant_capability_role'),
                ],
            },
        ),
    ]
