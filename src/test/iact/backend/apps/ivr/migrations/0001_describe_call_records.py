"""Describe los enlaces y los registros de llamada del IVR heredado.

Qué: los modelos no gestionados Trunk y CallRecord.
Por qué: el proceso ETL los lee con el ORM. Las tablas son de otro equipo:
Django no las crea ni las cambia, así que esta migración no ejecuta SQL.
"""
from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Trunk',
            fields=[
                ('trunk_id', models.AutoField(help_text='Identificador del enlace.', primary_key=True, serialize=False)),
                ('trunk_name', models.CharField(help_text='Nombre del enlace.', max_length=40)),
                ('carrier', models.CharField(help_text='Operador telefónico.', max_length=60)),
                ('channels', models.SmallIntegerField(help_text='Canales contratados.')),
            ],
            options={
                'verbose_name': 'enlace troncal',
                'verbose_name_plural': 'enlaces troncales',
                'db_table': 'ivr_trunk',
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='CallRecord',
            fields=[
                ('record_id', models.BigAutoField(help_text='Identificador del registro.', primary_key=True, serialize=False)),
                ('call_uid', models.CharField(help_text='Identificador único de la llamada.', max_length=36)),
                ('trunk', models.ForeignKey(db_column='trunk_id', help_text='Enlace de entrada.', on_delete=django.db.models.deletion.DO_NOTHING, related_name='call_records', to='ivr.trunk')),
                ('ani', models.CharField(help_text='Número que llama.', max_length=20)),
                ('dnis', models.CharField(help_text='Número marcado.', max_length=20)),
                ('started_at', models.DateTimeField(help_text='Inicio de la llamada.')),
                ('ended_at', models.DateTimeField(help_text='Fin de la llamada.', null=True)),
                ('exit_code', models.CharField(help_text='Cómo salió del IVR.', max_length=10, null=True)),
            ],
            options={
                'verbose_name': 'registro de llamada',
                'verbose_name_plural': 'registros de llamada',
                'db_table': 'ivr_call_record',
                'managed': False,
            },
        ),
    ]
