-- Baja auth/0005_alter_user_last_login_null
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field last_login on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0005_alter_user_last_login_null';
