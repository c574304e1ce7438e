-- Sube auth/0006_require_contenttypes_0002
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0006_require_contenttypes_0002', UTC_TIMESTAMP(6));
