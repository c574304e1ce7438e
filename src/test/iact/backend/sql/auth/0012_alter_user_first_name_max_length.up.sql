-- Sube auth/0012_alter_user_first_name_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field first_name on user
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0012_alter_user_first_name_max_length', UTC_TIMESTAMP(6));
