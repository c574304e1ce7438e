"""Configuración de la app de sesiones de usuario.

La etiqueta es user_sessions porque django.contrib.sessions ya usa sessions.
"""
from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """Sesiones abiertas por usuario y sus datos de auditoría."""

    name = 'apps.sessions'
    label = 'user_sessions'
    verbose_name = 'Sesiones de usuario'
