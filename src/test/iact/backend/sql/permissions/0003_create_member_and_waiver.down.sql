-- Baja permissions/0003_create_member_and_waiver
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Waiver
--
DROP TABLE `permissions_waiver` CASCADE;
--
-- Create model Member
--
DROP TABLE `permissions_member` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'permissions' AND `name` = '0003_create_member_and_waiver';
