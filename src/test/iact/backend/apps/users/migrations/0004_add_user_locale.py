"""Añade el idioma preferido del usuario, todavía opcional.

Qué: la columna users_user.locale, que admite NULL.
Por qué: los reportes se envían en el idioma de cada persona. Se añade vacía, se
rellena en 0005 y se hace obligatoria en 0006, para no bloquear la tabla.
"""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0003_add_user_logical_deletion'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='locale',
            field=models.CharField(help_text='Idioma y región preferidos.', max_length=10, null=True),
        ),
    ]
