-- Baja permissions/0006_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `permissions_waiver` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_member` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_grant` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_role` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_capability` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_function` COMMENT = '';

DELETE FROM `django_migrations` WHERE `app` = 'permissions' AND `name` = '0006_comment_tables';
