"""Configuración de la app de permisos."""
from django.apps import AppConfig


class PermissionsConfig(AppConfig):
    """Permisos granulares por función y capacidad."""

    name = 'apps.permissions'
    label = 'permissions'
    verbose_name = 'Permisos'
