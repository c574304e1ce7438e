-- Sube users/0006_require_user_locale
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field locale on user
--
ALTER TABLE `users_user` ALTER COLUMN `locale` SET DEFAULT 'es-MX';
UPDATE `users_user` SET `locale` = 'es-MX' WHERE `locale` IS NULL;
ALTER TABLE `users_user` MODIFY `locale` varchar(10) NOT NULL;
ALTER TABLE `users_user` ALTER COLUMN `locale` DROP DEFAULT;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0006_require_user_locale', UTC_TIMESTAMP(6));
