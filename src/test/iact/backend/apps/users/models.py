"""Modelos de usuarios: identidad, equipo y perfil."""
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager):
    """Crea usuarios con el correo normalizado."""

    def create_user(self, username, email, password=None, **extra):
        """Crea un usuario activo con su contraseña cifrada."""
        user = self.model(
            username=username, email=self.normalize_email(email), **extra
        )
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Persona con acceso a IACT. Nunca se borra: se marca como eliminada."""

    username = models.CharField(
        max_length=60, help_text='Nombre de acceso, único y sin espacios.'
    )
    email = models.EmailField(
        max_length=254, help_text='Correo de la empresa.'
    )
    full_name = models.CharField(
        max_length=150, help_text='Nombre y apellidos.'
    )
    is_active = models.BooleanField(
        default=True, help_text='Si la cuenta puede iniciar sesión.'
    )
    created_at = models.DateTimeField(
        auto_now_add=True, help_text='Momento del alta, en UTC.'
    )
    updated_at = models.DateTimeField(
        auto_now=True, help_text='Momento del último cambio, en UTC.'
    )
    deleted_at = models.DateTimeField(
        null=True, blank=True,
        help_text='Momento de la baja lógica; vacío si la cuenta sigue viva.',
    )
    deleted_by = models.ForeignKey(
        'self', null=True, blank=True, on_delete=models.PROTECT,
        related_name='deleted_users', help_text='Quién dio de baja la cuenta.',
    )
    locale = models.CharField(
        max_length=10, default='es-MX', help_text='Idioma y región preferidos.'
    )

    objects = UserManager()

    USERNAME_FIELD = 'username'
    EMAIL_FIELD = 'email'
    REQUIRED_FIELDS = ['email', 'full_name']

    class Meta:
        db_table = 'users_user'
        verbose_name = 'usuario'
        verbose_name_plural = 'usuarios'
        constraints = [
            models.UniqueConstraint(
                fields=['username'], name='uk_users_user_username'
            ),
            models.UniqueConstraint(
                fields=['email'], name='uk_users_user_email'
            ),
        ]
        indexes = [
            models.Index(
                fields=['deleted_by'], name='users_user_deleted_by_idx'
            ),
            models.Index(
                fields=['deleted_at'], name='users_user_deleted_at_idx'
            ),
        ]


class Team(models.Model):
    """Equipo del centro de llamadas."""

    code = models.CharField(
        max_length=20, help_text='Código corto del equipo.'
    )
    name = models.CharField(
        max_length=100, help_text='Nombre visible del equipo.'
    )
    is_active = models.BooleanField(
        default=True, help_text='Si el equipo recibe personal.'
    )
    created_at = models.DateTimeField(
        auto_now_add=True, help_text='Momento del alta, en UTC.'
    )

    class Meta:
        db_table = 'users_team'
        verbose_name = 'equipo'
        verbose_name_plural = 'equipos'
        constraints = [
            models.UniqueConstraint(fields=['code'], name='uk_users_team_code'),
        ]


class Profile(models.Model):
    """Datos de contacto y preferencias de un usuario."""

    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name='profiles',
        help_text='Usuario al que pertenece el perfil.',
    )
    team = models.ForeignKey(
        Team, null=True, blank=True, on_delete=models.PROTECT,
        related_name='members', help_text='Equipo actual.',
    )
    phone = models.CharField(
        max_length=20, blank=True, default='', help_text='Extensión o teléfono.'
    )
    preferences = models.JSONField(
        default=dict, blank=True, help_text='Preferencias de la interfaz.'
    )
    updated_at = models.DateTimeField(
        auto_now=True, help_text='Momento del último cambio, en UTC.'
    )

    class Meta:
        db_table = 'users_profile'
        verbose_name = 'perfil'
        verbose_name_plural = 'perfiles'
        constraints = [
            models.UniqueConstraint(
                fields=['user'], name='uk_users_profile_user'
            ),
        ]
        indexes = [
            models.Index(fields=['team'], name='users_profile_team_idx'),
        ]
