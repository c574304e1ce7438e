"""Crea la asignación de roles y los permisos excepcionales.

Qué: permissions_member y permissions_waiver.
Por qué: cada asignación guarda quién la hizo, y una excepción caduca siempre.
"""
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import django.db.models.expressions


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0002_create_role_and_grant'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.ForeignKey(help_text='Rol asignado.', on_delete=django.db.models.deletion.PROTECT, related_name='members', to='permissions.role')),
                ('user', models.ForeignKey(help_text='Usuario que recibe el rol.', on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to=settings.AUTH_USER_MODEL)),
                ('granter', models.ForeignKey(help_text='Quién asignó el rol.', on_delete=django.db.models.deletion.PROTECT, related_name='granted_memberships', to=settings.AUTH_USER_MODEL)),
                ('granted_at', models.DateTimeField(help_text='Momento de la asignación, en UTC.')),
            ],
            options={
                'verbose_name': 'miembro',
                'verbose_name_plural': 'miembros',
                'db_table': 'permissions_member',
                'indexes': [
                    models.Index(fields=['user'], name='permissions_member_user_idx'),
                    models.Index(fields=['granter'], name='permissions_member_granter_idx'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('role', 'user'), name='uk_permissions_member_role_user'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('capability', models.ForeignKey(help_text='Capacidad afectada.', on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to='permissions.capability')),
                ('user', models.ForeignKey(help_text='Usuario afectado.', on_delete=django.db.models.deletion.PROTECT, related_name='waivers', to=settings.AUTH_USER_MODEL)),
                ('effect', models.CharField(choices=[('allow', 'Conceder'), ('deny', 'Denegar')], help_text='Conceder o denegar.', max_length=5)),
                ('reason', models.CharField(help_text='Motivo de la excepción.', max_length=200)),
                ('signer', models.ForeignKey(help_text='Quién la autorizó.', on_delete=django.db.models.deletion.PROTECT, related_name='signed_waivers', to=settings.AUTH_USER_MODEL)),
                ('starts_at', models.DateTimeField(help_text='Inicio de la vigencia, en UTC.')),
                ('expires_at', models.DateTimeField(help_text='Fin de la vigencia, en UTC.')),
            ],
            options={
                'verbose_name': 'permiso excepcional',
                'verbose_name_plural': 'permisos excepcionales',
                'db_table': 'permissions_waiver',
                'indexes': [
                    models.Index(fields=['user'], name='permissions_waiver_user_idx'),
                    models.Index(fields=['signer'], name='permissions_waiver_signer_idx'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('capability', 'user', 'starts_at'), name='uk_permissions_waiver_capability_user_starts_at'),
                    models.CheckConstraint(check=models.Q(('effect__in', ['allow', 'deny'])), name='ck_permissions_waiver_effect'),
                    models.CheckConstraint(check=models.Q(('expires_at__gt', django.db.models.expressions.F('starts_at'))), name='ck_permissions_waiver_expires_at'),
                ],
            },
        ),
    ]
