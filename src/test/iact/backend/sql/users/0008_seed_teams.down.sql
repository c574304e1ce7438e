-- Baja users/0008_seed_teams
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/users.0008_seed_teams.down.part.sql):
DELETE FROM `users_team` WHERE `code` IN ('support', 'sales', 'quality');

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0008_seed_teams';
