-- Baja auth/0008_alter_user_username_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field username on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0008_alter_user_username_max_length';
