"""Permisos granulares: función, capacidad, rol, concesión, miembro y excepción."""
from django.conf import settings
from django.db import models


class Function(models.Model):
    """Función del sistema, por ejemplo reportes o llamadas."""

    code = models.CharField(max_length=60, help_text='Código de la función.')
    name = models.CharField(max_length=120, help_text='Nombre visible.')
    area = models.CharField(
        max_length=40, help_text='Área de negocio a la que pertenece.'
    )
    is_active = models.BooleanField(
        default=True, help_text='Si la función se ofrece.'
    )

    class Meta:
        db_table = 'permissions_function'
        verbose_name = 'función'
        verbose_name_plural = 'funciones'
        constraints = [
            models.UniqueConstraint(
                fields=['code'], name='uk_permissions_function_code'
            ),
        ]
        indexes = [
            models.Index(fields=['area'], name='permissions_function_area_idx'),
        ]


class Capability(models.Model):
    """Acción concreta dentro de una función: ver, crear, exportar."""

    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, related_name='capabilities',
        help_text='Función a la que pertenece.',
    )
    action = models.CharField(max_length=40, help_text='Acción permitida.')
    description = models.CharField(
        max_length=200, blank=True, default='', help_text='Qué permite hacer.'
    )
    is_sensitive = models.BooleanField(
        default=False, help_text='Si su uso exige quedar en auditoría.'
    )

    class Meta:
        db_table = 'permissions_capability'
        verbose_name = 'capacidad'
        verbose_name_plural = 'capacidades'
        constraints = [
            models.UniqueConstraint(
                fields=['function', 'action'],
                name='uk_permissions_capability_function_action',
            ),
        ]


class Role(models.Model):
    """Conjunto de capacidades que se asigna a personas."""

    code = models.CharField(max_length=60, help_text='Código del rol.')
    name = models.CharField(max_length=120, help_text='Nombre visible.')
    description = models.TextField(
        blank=True, default='', help_text='Para quién es el rol.'
    )
    created_at = models.DateTimeField(
        auto_now_add=True, help_text='Momento del alta, en UTC.'
    )

    class Meta:
        db_table = 'permissions_role'
        verbose_name = 'rol'
        verbose_name_plural = 'roles'
        constraints = [
            models.UniqueConstraint(
                fields=['code'], name='uk_permissions_role_code'
            ),
        ]


class Grant(models.Model):
    """Capacidad concedida a un rol."""

    role = models.ForeignKey(
        Role, on_delete=models.PROTECT, related_name='grants',
        help_text='Rol que recibe la capacidad.',
    )
    capability = models.ForeignKey(
        Capability, on_delete=models.PROTECT, related_name='grants',
        help_text='Capacidad concedida.',
    )
    created_at = models.DateTimeField(
        auto_now_add=True, help_text='Momento de la concesión, en UTC.'
    )

    class Meta:
        db_table = 'permissions_grant'
        verbose_name = 'concesión'
        verbose_name_plural = 'concesiones'
        constraints = [
            models.UniqueConstraint(
                fields=['capability', 'role'],
                name='uk_permissions_grant_capability_role',
            ),
        ]
        indexes = [
            models.Index(fields=['role'], name='permissions_grant_role_idx'),
        ]


class Member(models.Model):
    """Usuario al que se asignó un rol."""

    role = models.ForeignKey(
        Role, on_delete=models.PROTECT, related_name='members',
        help_text='Rol asignado.',
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT,
        related_name='memberships', help_text='Usuario que recibe el rol.',
    )
    granter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT,
        related_name='granted_memberships', help_text='Quién asignó el rol.',
    )
    granted_at = models.DateTimeField(help_text='Momento de la asignación, en UTC.')

    class Meta:
        db_table = 'permissions_member'
        verbose_name = 'miembro'
        verbose_name_plural = 'miembros'
        constraints = [
            models.UniqueConstraint(
                fields=['role', 'user'], name='uk_permissions_member_role_user'
            ),
        ]
        indexes = [
            models.Index(fields=['user'], name='permissions_member_user_idx'),
            models.Index(
                fields=['granter'], name='permissions_member_granter_idx'
            ),
        ]


class Waiver(models.Model):
    """Permiso excepcional de un usuario, siempre con caducidad."""

    ALLOW = 'allow'
    DENY = 'deny'
    EFFECTS = [(ALLOW, 'Conceder'), (DENY, 'Denegar')]

    capability = models.ForeignKey(
        Capability, on_delete=models.PROTECT, related_name='waivers',
        help_text='Capacidad afectada.',
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT,
        related_name='waivers', help_text='Usuario afectado.',
    )
    effect = models.CharField(
        max_length=5, choices=EFFECTS, help_text='Conceder o denegar.'
    )
    reason = models.CharField(max_length=200, help_text='Motivo de la excepción.')
    signer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT,
        related_name='signed_waivers', help_text='Quién la autorizó.',
    )
    starts_at = models.DateTimeField(help_text='Inicio de la vigencia, en UTC.')
    expires_at = models.DateTimeField(help_text='Fin de la vigencia, en UTC.')

    class Meta:
        db_table = 'permissions_waiver'
        verbose_name = 'permiso excepcional'
        verbose_name_plural = 'permisos excepcionales'
        constraints = [
            models.UniqueConstraint(
                fields=['capability', 'user', 'starts_at'],
                name='uk_permissions_waiver_capability_user_starts_at',
            ),
            models.CheckConstraint(
                check=models.Q(effect__in=['allow', 'deny']),
                name='ck_permissions_waiver_effect',
            ),
            models.CheckConstraint(
                check=models.Q(expires_at__gt=models.F('starts_at')),
                name='ck_permissions_waiver_expires_at',
            ),
        ]
        indexes = [
            models.Index(fields=['user'], name='permissions_waiver_user_idx'),
            models.Index(fields=['signer'], name='permissions_waiver_signer_idx'),
            models.Index(
                fields=['expires_at'], name='permissions_waiver_expires_idx'
            ),
        ]
