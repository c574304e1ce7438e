-- Baja auth/0012_alter_user_first_name_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field first_name on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0012_alter_user_first_name_max_length';
