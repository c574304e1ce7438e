-- Baja auth/0009_alter_user_last_name_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field last_name on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0009_alter_user_last_name_max_length';
