"""EJEMPLO MALO: hace gestionado un modelo del IVR heredado."""
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('ivr', '0002_describe_menu_steps'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='trunk',
            options={'managed': True, 'verbose_name': 'enlace troncal', 'verbose_name_plural': 'enlaces troncales'},
        ),
    ]
