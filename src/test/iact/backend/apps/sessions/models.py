"""Modelo de sesiones de usuario (RNF-002)."""
from django.conf import settings
from django.db import models


class Session(models.Model):
    """Sesión abierta por un usuario.

    La tabla tiene además la columna generada active_user_id, que solo conoce
    la base de datos: vale user_id mientras la sesión está activa y NULL después.
    Su índice único impide dos sesiones activas de un mismo usuario, porque ni
    MySQL ni MariaDB tienen índices únicos parciales. Véase la migración 0002.
    """

    session_key = models.CharField(
        max_length=40, help_text='Clave de la fila de django_session.'
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT,
        related_name='user_sessions', help_text='Dueño de la sesión.',
    )
    ip = models.GenericIPAddressField(help_text='Dirección de origen.')
    agent = models.CharField(
        max_length=255, blank=True, default='',
        help_text='Agente de usuario del navegador.',
    )
    started_at = models.DateTimeField(help_text='Inicio de la sesión, en UTC.')
    last_activity = models.DateTimeField(help_text='Última petición, en UTC.')
    is_active = models.BooleanField(
        default=True, help_text='Si la sesión sigue abierta.'
    )
    ended_at = models.DateTimeField(
        null=True, blank=True, help_text='Cierre de la sesión; vacío si sigue abierta.'
    )

    class Meta:
        db_table = 'user_sessions'
        verbose_name = 'sesión de usuario'
        verbose_name_plural = 'sesiones de usuario'
        constraints = [
            models.UniqueConstraint(
                fields=['session_key'], name='uk_user_sessions_session_key'
            ),
        ]
        indexes = [
            models.Index(fields=['user'], name='user_sessions_session_user_idx'),
            models.Index(
                fields=['last_activity'], name='user_sessions_session_last_idx'
            ),
        ]
