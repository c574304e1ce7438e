"""Rutas comunes de las pruebas de migraciones."""
from pathlib import Path

import pytest


@pytest.fixture(scope='session')
def project():
    """Raíz del proyecto IACT."""
    return Path(__file__).resolve().parent.parent.parent
