"""Añade la baja lógica de usuarios.

Qué: las columnas deleted_at y deleted_by_id de users_user, con sus índices.
Por qué: la auditoría se refiere a usuarios dados de baja, así que ninguno se borra.

El esquema y el estado van separados: con AddField y AddIndex, la reversa
intentaría quitar el índice antes que la clave foránea que se apoya en él e InnoDB
la rechazaría (error 1553). Una sola sentencia lo hace en el orden correcto.
"""
from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0002_create_team_and_profile'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    sql=(
                        'ALTER TABLE `users_user`'
                        ' ADD COLUMN `deleted_at` datetime(6) NULL,'
                        ' ADD COLUMN `deleted_by_id` bigint NULL,'
                        ' ADD INDEX `users_user_deleted_by_idx` (`deleted_by_id`),'
                        ' ADD INDEX `users_user_deleted_at_idx` (`deleted_at`),'
                        ' ADD CONSTRAINT `fk_users_user_deleted_by`'
                        ' FOREIGN KEY (`deleted_by_id`) REFERENCES `users_user` (`id`)'
                    ),
                    reverse_sql=(
                        'ALTER TABLE `users_user`'
                        ' DROP FOREIGN KEY `fk_users_user_deleted_by`,'
                        ' DROP INDEX `users_user_deleted_at_idx`,'
                        ' DROP INDEX `users_user_deleted_by_idx`,'
                        ' DROP COLUMN `deleted_by_id`,'
                        ' DROP COLUMN `deleted_at`'
                    ),
                ),
            ],
            state_operations=[
                migrations.AddField(
                    model_name='user',
                    name='deleted_at',
                    field=models.DateTimeField(blank=True, help_text='Momento de la baja lógica; vacío si la cuenta sigue viva.', null=True),
                ),
                migrations.AddField(
                    model_name='user',
                    name='deleted_by',
                    field=models.ForeignKey(blank=True, help_text='Quién dio de baja la cuenta.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='deleted_users', to=settings.AUTH_USER_MODEL),
                ),
                migrations.AddIndex(
                    model_name='user',
                    index=models.Index(fields=['deleted_by'], name='users_user_deleted_by_idx'),
                ),
                migrations.AddIndex(
                    model_name='user',
                    index=models.Index(fields=['deleted_at'], name='users_user_deleted_at_idx'),
                ),
            ],
        ),
    ]
