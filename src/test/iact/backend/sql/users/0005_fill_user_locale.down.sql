-- Baja users/0005_fill_user_locale
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/users.0005_fill_user_locale.down.part.sql):
UPDATE `users_user` SET `locale` = NULL WHERE `locale` = 'es-MX';

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0005_fill_user_locale';
