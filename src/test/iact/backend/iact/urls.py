"""Rutas del backend; cada módulo publica las suyas tras la puerta de enlace."""
urlpatterns = []
