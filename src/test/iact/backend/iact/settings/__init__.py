"""Ajustes por entorno: base, development y production."""
