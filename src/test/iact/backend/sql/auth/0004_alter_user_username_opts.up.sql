-- Sube auth/0004_alter_user_username_opts
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field username on user
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0004_alter_user_username_opts', UTC_TIMESTAMP(6));
