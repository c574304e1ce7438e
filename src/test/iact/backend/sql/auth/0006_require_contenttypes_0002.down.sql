-- Baja auth/0006_require_contenttypes_0002
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0006_require_contenttypes_0002';
