-- Sube auth/0005_alter_user_last_login_null
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field last_login on user
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0005_alter_user_last_login_null', UTC_TIMESTAMP(6));
