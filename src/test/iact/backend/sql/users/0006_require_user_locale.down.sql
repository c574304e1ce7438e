-- Baja users/0006_require_user_locale
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field locale on user
--
ALTER TABLE `users_user` MODIFY `locale` varchar(10) NULL;

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0006_require_user_locale';
