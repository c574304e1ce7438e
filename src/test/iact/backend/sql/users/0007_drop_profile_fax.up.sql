-- Sube users/0007_drop_profile_fax
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Remove field fax from profile
--
ALTER TABLE `users_profile` DROP COLUMN `fax`;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0007_drop_profile_fax', UTC_TIMESTAMP(6));
