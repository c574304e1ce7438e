-- Baja users/0004_add_user_locale
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Add field locale to user
--
ALTER TABLE `users_user` DROP COLUMN `locale`;

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0004_add_user_locale';
