-- Baja permissions/0005_index_waiver_expiry
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create index permissions_waiver_expires_idx on field(s) expires_at of model waiver
--
DROP INDEX `permissions_waiver_expires_idx` ON `permissions_waiver`;

DELETE FROM `django_migrations` WHERE `app` = 'permissions' AND `name` = '0005_index_waiver_expiry';
