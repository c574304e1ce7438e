-- Baja auth/0004_alter_user_username_opts
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field username on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0004_alter_user_username_opts';
