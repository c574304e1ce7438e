"""Modelos no gestionados del IVR heredado: describen tablas ajenas.

Django nunca las crea ni las cambia (managed = False) y el enrutador rechaza
toda escritura. El esquema de referencia está en db/ivr_legacy/schema.sql.
"""
from django.db import models


class Trunk(models.Model):
    """Enlace troncal por el que entran las llamadas."""

    trunk_id = models.AutoField(primary_key=True, help_text='Identificador del enlace.')
    trunk_name = models.CharField(max_length=40, help_text='Nombre del enlace.')
    carrier = models.CharField(max_length=60, help_text='Operador telefónico.')
    channels = models.SmallIntegerField(help_text='Canales contratados.')

    class Meta:
        managed = False
        db_table = 'ivr_trunk'
        verbose_name = 'enlace troncal'
        verbose_name_plural = 'enlaces troncales'


class CallRecord(models.Model):
    """Registro de una llamada atendida por el IVR."""

    record_id = models.BigAutoField(primary_key=True, help_text='Identificador del registro.')
    call_uid = models.CharField(max_length=36, help_text='Identificador único de la llamada.')
    trunk = models.ForeignKey(
        Trunk, on_delete=models.DO_NOTHING, db_column='trunk_id',
        related_name='call_records', help_text='Enlace de entrada.',
    )
    ani = models.CharField(max_length=20, help_text='Número que llama.')
    dnis = models.CharField(max_length=20, help_text='Número marcado.')
    started_at = models.DateTimeField(help_text='Inicio de la llamada.')
    ended_at = models.DateTimeField(null=True, help_text='Fin de la llamada.')
    exit_code = models.CharField(max_length=10, null=True, help_text='Cómo salió del IVR.')

    class Meta:
        managed = False
        db_table = 'ivr_call_record'
        verbose_name = 'registro de llamada'
        verbose_name_plural = 'registros de llamada'


class MenuStep(models.Model):
    """Opción de menú recorrida durante una llamada."""

    step_id = models.BigAutoField(primary_key=True, help_text='Identificador del paso.')
    record = models.ForeignKey(
        CallRecord, on_delete=models.DO_NOTHING, db_column='record_id',
        related_name='menu_steps', help_text='Llamada a la que pertenece.',
    )
    menu_code = models.CharField(max_length=20, help_text='Menú mostrado.')
    pressed_key = models.CharField(max_length=2, null=True, help_text='Tecla pulsada.')
    stepped_at = models.DateTimeField(help_text='Momento del paso.')

    class Meta:
        managed = False
        db_table = 'ivr_menu_step'
        verbose_name = 'paso de menú'
        verbose_name_plural = 'pasos de menú'
