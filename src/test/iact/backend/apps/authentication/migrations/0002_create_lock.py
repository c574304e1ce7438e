"""Crea los bloqueos de cuenta.

Qué: la tabla authentication_lock; un bloqueo no puede acabar antes de empezar.
Por qué: el estado de la cuenta se deduce de sus bloqueos, no de un indicador
que alguien pueda cambiar sin dejar rastro.
"""
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion
import django.db.models.expressions


class Migration(migrations.Migration):

    dependencies = [
        ('authentication', '0001_create_login'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Lock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(help_text='Cuenta bloqueada.', on_delete=django.db.models.deletion.PROTECT, related_name='locks', to=settings.AUTH_USER_MODEL)),
                ('reason', models.CharField(help_text='Motivo del bloqueo.', max_length=200)),
                ('locked_at', models.DateTimeField(help_text='Inicio del bloqueo, en UTC.')),
                ('released_at', models.DateTimeField(blank=True, help_text='Fin del bloqueo; vacío si sigue.', null=True)),
                ('failures', models.PositiveIntegerField(default=0, help_text='Intentos fallidos que lo provocaron.')),
            ],
            options={
                'verbose_name': 'bloqueo de cuenta',
                'verbose_name_plural': 'bloqueos de cuenta',
                'db_table': 'authentication_lock',
                'indexes': [
                    models.Index(fields=['user', 'locked_at'], name='authentication_lock_user_idx'),
                ],
                'constraints': [
                    models.CheckConstraint(check=models.Q(('released_at__isnull', True), ('released_at__gte', django.db.models.expressions.F('locked_at')), _connector='OR'), name='ck_authentication_lock_released'),
                ],
            },
        ),
    ]
