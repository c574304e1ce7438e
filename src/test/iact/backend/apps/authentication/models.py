"""Modelos de autenticación: intentos de acceso y bloqueos."""
from django.conf import settings
from django.db import models


class Login(models.Model):
    """Intento de acceso, con éxito o sin él."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True,
        on_delete=models.PROTECT, related_name='logins',
        help_text='Usuario reconocido; vacío si el nombre no existe.',
    )
    username = models.CharField(
        max_length=60, help_text='Nombre de acceso tal como se escribió.'
    )
    ip = models.GenericIPAddressField(help_text='Dirección de origen.')
    agent = models.CharField(
        max_length=255, blank=True, default='',
        help_text='Agente de usuario del navegador.',
    )
    succeeded = models.BooleanField(help_text='Si el acceso se concedió.')
    attempted_at = models.DateTimeField(
        help_text='Momento del intento, en UTC.'
    )
    failure_reason = models.CharField(
        max_length=40, blank=True, default='',
        help_text='Causa del rechazo; vacía si el acceso se concedió.',
    )

    class Meta:
        db_table = 'authentication_login'
        verbose_name = 'intento de acceso'
        verbose_name_plural = 'intentos de acceso'
        indexes = [
            models.Index(
                fields=['user', 'attempted_at'],
                name='authentication_login_user_idx',
            ),
            models.Index(
                fields=['ip', 'attempted_at'],
                name='authentication_login_ip_idx',
            ),
        ]


class Lock(models.Model):
    """Bloqueo de una cuenta por exceso de intentos o por un administrador."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT,
        related_name='locks', help_text='Cuenta bloqueada.',
    )
    reason = models.CharField(max_length=200, help_text='Motivo del bloqueo.')
    locked_at = models.DateTimeField(help_text='Inicio del bloqueo, en UTC.')
    released_at = models.DateTimeField(
        null=True, blank=True, help_text='Fin del bloqueo; vacío si sigue.'
    )
    failures = models.PositiveIntegerField(
        default=0, help_text='Intentos fallidos que lo provocaron.'
    )

    class Meta:
        db_table = 'authentication_lock'
        verbose_name = 'bloqueo de cuenta'
        verbose_name_plural = 'bloqueos de cuenta'
        constraints = [
            models.CheckConstraint(
                check=models.Q(released_at__isnull=True)
                | models.Q(released_at__gte=models.F('locked_at')),
                name='ck_authentication_lock_released',
            ),
        ]
        indexes = [
            models.Index(
                fields=['user', 'locked_at'], name='authentication_lock_user_idx'
            ),
        ]
