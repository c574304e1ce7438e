"""EJEMPLO MALO: ajustes de producción con faltas plantadas. Véase planted.yaml."""
from .base import *  # noqa: F401,F403

DEBUG = False
ALLOWED_HOSTS = ['*']
SESSION_COOKIE_SECURE = True

# bad-settings-session-engine: sesiones en caché delante de la base de datos.
SESSION_ENGINE = 'django.contrib.sessions.backends.cached_db'
SESSION_CACHE_ALIAS = 'default'

# bad-settings-session-age: 24 horas en vez de 900 segundos.
SESSION_COOKIE_AGE = 86400

# bad-settings-redis-cache: Redis como caché, y por tanto como almacén de sesiones.
CACHES = {
    'default': {
        'BACKEND': 'django_redis.cache.RedisCache',
        'LOCATION': 'redis://127.0.0.1:6379/1',
    },
}

# bad-settings-literal-password: contraseña escrita en el código.
DATABASES['default']['PASSWORD'] = 'Iact2025!'  # noqa: F405

# bad-settings-no-strict-mode: sin STRICT_TRANS_TABLES.
DATABASES['default']['OPTIONS']['init_command'] = "SET sql_mode=''"  # noqa: F405

# bad-settings-engine-differs: la analítica cambia de motor en producción.
DATABASES['analytics']['ENGINE'] = 'django.db.backends.mysql'  # noqa: F405
