"""Ajustes de desarrollo: los mismos motores que producción, con más detalle."""
from .base import *  # noqa: F401,F403

DEBUG = True
ALLOWED_HOSTS = ['localhost', '127.0.0.1']
