-- Baja permissions/0001_create_function_and_capability
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Capability
--
DROP TABLE `permissions_capability` CASCADE;
--
-- Create model Function
--
DROP TABLE `permissions_function` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'permissions' AND `name` = '0001_create_function_and_capability';
