-- Baja permissions/0002_create_role_and_grant
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Grant
--
DROP TABLE `permissions_grant` CASCADE;
--
-- Create model Role
--
DROP TABLE `permissions_role` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'permissions' AND `name` = '0002_create_role_and_grant';
