"""EJEMPLO MALO: enrutadores que dejan escribir y migrar el IVR. Véase planted.yaml."""

IVR_ALIAS = 'ivr_legacy'
IVR_APPS = frozenset({'ivr'})


class IvrReadOnlyRouter:
    """bad-router-write-falls-through: db_for_write devuelve None para el IVR."""

    def db_for_read(self, model, **hints):
        if model._meta.app_label in IVR_APPS:
            return IVR_ALIAS
        return None

    def db_for_write(self, model, **hints):
        return None

    def allow_relation(self, obj1, obj2, **hints):
        return True

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        """bad-router-allows-migrate: el alias del IVR se puede migrar."""
        return True


class ModuleRouter:
    """bad-router-module-engine: reparte los permisos a la base analítica."""

    def db_for_read(self, model, **hints):
        return 'analytics' if model._meta.app_label == 'permissions' else 'default'

    def db_for_write(self, model, **hints):
        return 'analytics' if model._meta.app_label == 'permissions' else 'default'

    def allow_relation(self, obj1, obj2, **hints):
        return True

    def allow_migrate(self, db, app_label, model_name=None, **hints):
        return None
