"""Describe los pasos de menú del IVR heredado.

Qué: el modelo no gestionado MenuStep.
Por qué: la analítica de abandono necesita saber en qué menú colgó cada llamada.
Como en 0001, la migración no ejecuta SQL.
"""
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    dependencies = [
        ('ivr', '0001_describe_call_records'),
    ]

    operations = [
        migrations.CreateModel(
            name='MenuStep',
            fields=[
                ('step_id', models.BigAutoField(help_text='Identificador del paso.', primary_key=True, serialize=False)),
                ('record', models.ForeignKey(db_column='record_id', help_text='Llamada a la que pertenece.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='menu_steps', to='ivr.callrecord')),
                ('menu_code', models.CharField(help_text='Menú mostrado.', max_length=20)),
                ('pressed_key', models.CharField(help_text='Tecla pulsada.', max_length=2, null=True)),
                ('stepped_at', models.DateTimeField(help_text='Momento del paso.')),
            ],
            options={
                'verbose_name': 'paso de menú',
                'verbose_name_plural': 'pasos de menú',
                'db_table': 'ivr_menu_step',
                'managed': False,
            },
        ),
    ]
