-- Baja users/0002_create_team_and_profile
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Profile
--
DROP TABLE `users_profile` CASCADE;
--
-- Create model Team
--
DROP TABLE `users_team` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0002_create_team_and_profile';
