"""Ajustes comunes a todos los entornos de IACT.

Ninguna contraseña se escribe aquí: todas llegan por variables de entorno
(control C5). Lo que dependa del entorno está en development.py y production.py.
"""
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent

SECRET_KEY = os.environ['IACT_SECRET_KEY']
DEBUG = False
ALLOWED_HOSTS = []

INSTALLED_APPS = [
    'django.contrib.contenttypes',
    'django.contrib.auth',
    'django.contrib.sessions',
    'apps.users',
    'apps.authentication',
    'apps.permissions',
    'apps.sessions',
    'apps.ivr',
]

MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
]

ROOT_URLCONF = 'iact.urls'
AUTH_USER_MODEL = 'users.User'
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'

# Tres motores: MySQL guarda lo transaccional y las sesiones, PostgreSQL la
# analítica, y el IVR heredado es un MySQL ajeno del que solo se lee.
DATABASES = {
    'default': {
        'ENGINE': 'django.db.backends.mysql',
        'NAME': os.environ.get('IACT_DEFAULT_DB_NAME', 'iact'),
        'USER': os.environ.get('IACT_DEFAULT_DB_USER', 'iact_app'),
        'PASSWORD': os.environ['IACT_DEFAULT_DB_PASSWORD'],
        'HOST': os.environ.get('IACT_DEFAULT_DB_HOST', '127.0.0.1'),
        'PORT': os.environ.get('IACT_DEFAULT_DB_PORT', '3306'),
        'CONN_MAX_AGE': 300,
        'OPTIONS': {
            'charset': 'utf8mb4',
            'connect_timeout': 10,
            'init_command': (
                "SET sql_mode='STRICT_TRANS_TABLES', "
                "default_storage_engine=InnoDB"
            ),
        },
        'TEST': {
            'CHARSET': 'utf8mb4',
            'COLLATION': 'utf8mb4_unicode_ci',
        },
    },
    'analytics': {
        'ENGINE': 'django.db.backends.postgresql',
        'NAME': os.environ.get('IACT_ANALYTICS_DB_NAME', 'iact_analytics'),
        'USER': os.environ.get('IACT_ANALYTICS_DB_USER', 'iact_analytics_app'),
        'PASSWORD': os.environ['IACT_ANALYTICS_DB_PASSWORD'],
        'HOST': os.environ.get('IACT_ANALYTICS_DB_HOST', '127.0.0.1'),
        'PORT': os.environ.get('IACT_ANALYTICS_DB_PORT', '5432'),
        'CONN_MAX_AGE': 300,
        'OPTIONS': {
            'connect_timeout': 10,
            'client_encoding': 'UTF8',
            'options': '-c search_path=analytics,reports,metrics',
        },
    },
    'ivr_legacy': {
        'ENGINE': 'django.db.backends.mysql',
        'NAME': os.environ.get('IACT_IVR_DB_NAME', 'ivr_legacy'),
        'USER': os.environ.get('IACT_IVR_DB_USER', 'iact_ivr_reader'),
        'PASSWORD': os.environ['IACT_IVR_DB_PASSWORD'],
        'HOST': os.environ.get('IACT_IVR_DB_HOST', '127.0.0.1'),
        'PORT': os.environ.get('IACT_IVR_DB_PORT', '3306'),
        'CONN_MAX_AGE': 60,
        'OPTIONS': {
            'charset': 'utf8mb4',
            'connect_timeout': 5,
            'init_command': (
                "SET sql_mode='STRICT_TRANS_TABLES', "
                "SESSION TRANSACTION READ ONLY"
            ),
        },
    },
}

DATABASE_ROUTERS = ['iact.routers.IvrReadOnlyRouter', 'iact.routers.ModuleRouter']

# Cassandra no pasa por el ORM: la usan los módulos logs, audit y events con el
# controlador nativo. Las migraciones CQL están en db/events.
CASSANDRA = {
    'CONTACT_POINTS': os.environ.get('IACT_CASSANDRA_CONTACT_POINTS', '127.0.0.1').split(','),
    'LOCAL_DATACENTER': 'datacenter1',
    'KEYSPACES': {
        'logs': 'iact_logs',
        'audit': 'iact_audit',
        'events': 'iact_events',
    },
}

# RNF-002: las sesiones viven en MySQL, sin Redis ni caché de por medio.
SESSION_ENGINE = 'django.contrib.sessions.backends.db'
SESSION_COOKIE_AGE = 900
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True

CACHES = {
    'default': {
        'BACKEND': 'django.core.cache.backends.locmem.LocMemCache',
    },
}

# Valor heredado del primer despliegue. RNF-007 pide 7 años (2557 días): las dos
# fuentes se contradicen y la decisión está pendiente del comité de gobernanza.
AUDIT_RETENTION_DAYS = 730

LANGUAGE_CODE = 'es-mx'
TIME_ZONE = 'UTC'
USE_I18N = True
USE_TZ = True
