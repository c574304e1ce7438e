-- Baja authentication/0001_create_login
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Login
--
DROP TABLE `authentication_login` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'authentication' AND `name` = '0001_create_login';
