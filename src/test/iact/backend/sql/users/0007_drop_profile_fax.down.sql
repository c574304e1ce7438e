-- Baja users/0007_drop_profile_fax
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Remove field fax from profile
--
ALTER TABLE `users_profile` ADD COLUMN `fax` varchar(20) NULL;

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0007_drop_profile_fax';
