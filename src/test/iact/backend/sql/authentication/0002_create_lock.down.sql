-- Baja authentication/0002_create_lock
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Lock
--
DROP TABLE `authentication_lock` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'authentication' AND `name` = '0002_create_lock';
