-- Baja permissions/0004_seed_functions_and_capabilities
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/permissions.0004_seed_functions_and_capabilities.down.part.sql):
DELETE `permissions_capability` FROM `permissions_capability`
INNER JOIN `permissions_function`
  ON `permissions_function`.`id` = `permissions_capability`.`function_id`
WHERE `permissions_function`.`code` IN ('calls', 'reports', 'users');
DELETE FROM `permissions_function` WHERE `code` IN ('calls', 'reports', 'users');

DELETE FROM `django_migrations` WHERE `app` = 'permissions' AND `name` = '0004_seed_functions_and_capabilities';
