-- Sube auth/0008_alter_user_username_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field username on user
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0008_alter_user_username_max_length', UTC_TIMESTAMP(6));
