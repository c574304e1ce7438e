"""Configuración de la app de usuarios."""
from django.apps import AppConfig


class UsersConfig(AppConfig):
    """Personas que usan IACT, sus equipos y sus perfiles."""

    name = 'apps.users'
    label = 'users'
    verbose_name = 'Usuarios'
