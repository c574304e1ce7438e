"""Enrutadores de base de datos: qué módulo vive en qué motor.

El orden en DATABASE_ROUTERS importa: primero se protege el IVR heredado y
después se reparte cada módulo. Ningún método devuelve None para las apps
conocidas, porque None dejaría que Django eligiera `default` en silencio.
"""

IVR_ALIAS = 'ivr_legacy'
IVR_APPS = frozenset({'ivr'})

OPERATIONAL_ALIAS = 'default'
OPERATIONAL_APPS = frozenset({
    'contenttypes',
    'auth',
    'sessions',
    'users',
    'authentication',
    'permissions',
    'user_sessions',
})

ANALYTICS_ALIAS = 'analytics'
ANALYTICS_APPS = frozenset({'analytics', 'reports', 'metrics'})


class IvrWriteRefused(RuntimeError):
    """Se intentó escribir en el IVR heredado, que es de solo lectura."""


class IvrReadOnlyRouter:
    """Protege el IVR heredado: se lee, nunca se escribe ni se migra."""

    def db_for_read(self, model, **hints):
        """Lee los modelos del IVR de su propio alias."""
        if model._meta.app_label in IVR_APPS:
            return IVR_ALIAS
        return None

    def db_for_write(self, model, **hints):
        """Rechaza toda escritura sobre los modelos del IVR."""
        if model._meta.app_label in IVR_APPS:
            raise IvrWriteRefused(
                'El modelo %s pertenece al IVR heredado y es de solo lectura.'
                % model._meta.label
            )
        return None

    def allow_relation(self, obj1, obj2, **hints):
        """Prohíbe relaciones entre el IVR y el resto de módulos."""
        labels = {obj1._meta.app_label, obj2._meta.app_label}
        if labels & IVR_APPS:
            return labels <= IVR_APPS
        return None

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        """El IVR no se migra: ni su alias ni sus modelos en otro alias."""
        if db == IVR_ALIAS or app_label in IVR_APPS:
            return False
        return None


class ModuleRouter:
    """Reparte los módulos: lo operativo en MySQL, la analítica en PostgreSQL."""

    def _alias_for(self, app_label):
        if app_label in OPERATIONAL_APPS:
            return OPERATIONAL_ALIAS
        if app_label in ANALYTICS_APPS:
            return ANALYTICS_ALIAS
        return None

    def db_for_read(self, model, **hints):
        """Devuelve el alias del módulo al que pertenece el modelo."""
        return self._alias_for(model._meta.app_label)

    def db_for_write(self, model, **hints):
        """Devuelve el alias del módulo al que pertenece el modelo."""
        return self._alias_for(model._meta.app_label)

    def allow_relation(self, obj1, obj2, **hints):
        """Permite relaciones solo dentro de un mismo motor."""
        first = self._alias_for(obj1._meta.app_label)
        second = self._alias_for(obj2._meta.app_label)
        return first is not None and first == second

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        """Django migra solo MySQL; PostgreSQL lo migra Flyway (db/analytics)."""
        if db == ANALYTICS_ALIAS:
            return False
        if db == OPERATIONAL_ALIAS:
            return app_label in OPERATIONAL_APPS
        return False
