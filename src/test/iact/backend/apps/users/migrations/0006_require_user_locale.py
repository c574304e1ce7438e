"""Hace obligatorio el idioma del usuario (cambio que estrecha, ADR-BACK-014).

Qué: users_user.locale pasa a NOT NULL, con es-MX por omisión en el modelo.
Por qué: un idioma vacío hacía fallar el envío de reportes. 0005 ya rellenó
las filas existentes. El ADR-BACK-014 aprobó el cambio.
"""
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('users', '0005_fill_user_locale'),
    ]

    operations = [
        migrations.AlterField(
            model_name='user',
            name='locale',
            field=models.CharField(default='es-MX', help_text='Idioma y región preferidos.', max_length=10),
        ),
    ]
