-- Sube users/0008_seed_teams
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/users.0008_seed_teams.up.part.sql):
INSERT INTO `users_team` (`code`, `name`, `is_active`, `created_at`)
SELECT `seed`.`code`, `seed`.`name`, 1, UTC_TIMESTAMP(6)
FROM (
  SELECT 'support' AS `code`, 'Atención al cliente' AS `name`
  UNION ALL SELECT 'sales', 'Ventas'
  UNION ALL SELECT 'quality', 'Calidad'
) AS `seed`
WHERE NOT EXISTS (
  SELECT 1 FROM `users_team` WHERE `users_team`.`code` = `seed`.`code`
);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0008_seed_teams', UTC_TIMESTAMP(6));
