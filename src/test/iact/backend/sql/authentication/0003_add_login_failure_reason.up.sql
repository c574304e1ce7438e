-- Sube authentication/0003_add_login_failure_reason
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Add field failure_reason to login
--
ALTER TABLE `authentication_login` ADD COLUMN `failure_reason` varchar(40) DEFAULT '' NOT NULL;
ALTER TABLE `authentication_login` ALTER COLUMN `failure_reason` DROP DEFAULT;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('authentication', '0003_add_login_failure_reason', UTC_TIMESTAMP(6));
