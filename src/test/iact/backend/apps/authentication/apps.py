"""Configuración de la app de autenticación."""
from django.apps import AppConfig


class AuthenticationConfig(AppConfig):
    """Intentos de acceso y bloqueos de cuenta."""

    name = 'apps.authentication'
    label = 'authentication'
    verbose_name = 'Autenticación'
