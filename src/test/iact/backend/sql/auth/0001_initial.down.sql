-- Baja auth/0001_initial
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model User
--
--
-- Create model Group
--
DROP TABLE `auth_group_permissions` CASCADE;
DROP TABLE `auth_group` CASCADE;
--
-- Create model Permission
--
DROP TABLE `auth_permission` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0001_initial';
