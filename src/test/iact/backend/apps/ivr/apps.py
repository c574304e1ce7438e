"""Configuración de la app del IVR heredado."""
from django.apps import AppConfig


class IvrConfig(AppConfig):
    """Modelos no gestionados que describen el IVR heredado."""

    name = 'apps.ivr'
    label = 'ivr'
    verbose_name = 'IVR heredado'
