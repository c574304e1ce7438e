DELETE `permissions_capability` FROM `permissions_capability`
INNER JOIN `permissions_function`
  ON `permissions_function`.`id` = `permissions_capability`.`function_id`
WHERE `permissions_function`.`code` IN ('calls', 'reports', 'users');
DELETE FROM `permissions_function` WHERE `code` IN ('calls', 'reports', 'users');
