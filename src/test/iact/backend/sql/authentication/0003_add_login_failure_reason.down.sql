-- Baja authentication/0003_add_login_failure_reason
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Add field failure_reason to login
--
ALTER TABLE `authentication_login` DROP COLUMN `failure_reason`;

DELETE FROM `django_migrations` WHERE `app` = 'authentication' AND `name` = '0003_add_login_failure_reason';
