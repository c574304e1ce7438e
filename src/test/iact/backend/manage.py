#!/usr/bin/env python3
"""Punto de entrada de las órdenes de Django del backend IACT."""
import os
import sys


def main():
    """Ejecuta la orden pedida con los ajustes de desarrollo si no se indican otros."""
    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'iact.settings.development')
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == '__main__':
    main()
