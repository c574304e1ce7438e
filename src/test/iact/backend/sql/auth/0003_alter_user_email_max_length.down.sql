-- Baja auth/0003_alter_user_email_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field email on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0003_alter_user_email_max_length';
