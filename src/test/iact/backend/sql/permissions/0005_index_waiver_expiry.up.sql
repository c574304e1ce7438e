-- Sube permissions/0005_index_waiver_expiry
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create index permissions_waiver_expires_idx on field(s) expires_at of model waiver
--
CREATE INDEX `permissions_waiver_expires_idx` ON `permissions_waiver` (`expires_at`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('permissions', '0005_index_waiver_expiry', UTC_TIMESTAMP(6));
