-- Sube users/0004_add_user_locale
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Add field locale to user
--
ALTER TABLE `users_user` ADD COLUMN `locale` varchar(10) NULL;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0004_add_user_locale', UTC_TIMESTAMP(6));
