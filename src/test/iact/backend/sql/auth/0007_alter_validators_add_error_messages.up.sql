-- Sube auth/0007_alter_validators_add_error_messages
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field username on user
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0007_alter_validators_add_error_messages', UTC_TIMESTAMP(6));
