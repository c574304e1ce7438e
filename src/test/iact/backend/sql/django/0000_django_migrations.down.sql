-- Baja django/0000_django_migrations
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

DROP TABLE `django_migrations`;
