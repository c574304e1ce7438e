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
