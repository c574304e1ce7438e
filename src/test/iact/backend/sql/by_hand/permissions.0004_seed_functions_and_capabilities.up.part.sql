INSERT INTO `permissions_function` (`code`, `name`, `area`, `is_active`)
SELECT `seed`.`code`, `seed`.`name`, `seed`.`area`, 1
FROM (
  SELECT 'calls' AS `code`, 'Llamadas' AS `name`, 'operations' AS `area`
  UNION ALL SELECT 'reports', 'Reportes', 'analytics'
  UNION ALL SELECT 'users', 'Usuarios', 'administration'
) AS `seed`
WHERE NOT EXISTS (
  SELECT 1 FROM `permissions_function`
  WHERE `permissions_function`.`code` = `seed`.`code`
);
INSERT INTO `permissions_capability` (`function_id`, `action`, `description`, `is_sensitive`)
SELECT `permissions_function`.`id`, `seed`.`action`, '', `seed`.`is_sensitive`
FROM (
  SELECT 'calls' AS `code`, 'view' AS `action`, 0 AS `is_sensitive`
  UNION ALL SELECT 'calls', 'annotate', 0
  UNION ALL SELECT 'reports', 'view', 0
  UNION ALL SELECT 'reports', 'export', 1
  UNION ALL SELECT 'users', 'view', 0
  UNION ALL SELECT 'users', 'manage', 1
) AS `seed`
INNER JOIN `permissions_function` ON `permissions_function`.`code` = `seed`.`code`
WHERE NOT EXISTS (
  SELECT 1 FROM `permissions_capability`
  WHERE `permissions_capability`.`function_id` = `permissions_function`.`id`
    AND `permissions_capability`.`action` = `seed`.`action`
);
