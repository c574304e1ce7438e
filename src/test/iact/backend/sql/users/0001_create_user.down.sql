-- Baja users/0001_create_user
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model User
--
DROP TABLE `users_user` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0001_create_user';
