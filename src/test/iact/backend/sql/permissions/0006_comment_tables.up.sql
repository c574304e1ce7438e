-- Sube permissions/0006_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `permissions_function` COMMENT = 'Funciones del sistema que se pueden autorizar.';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_capability` COMMENT = 'Acciones concretas dentro de una función.';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_role` COMMENT = 'Roles: conjuntos de capacidades.';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_grant` COMMENT = 'Capacidades concedidas a cada rol.';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_member` COMMENT = 'Roles asignados a cada usuario.';
--
-- Raw SQL operation
--
ALTER TABLE `permissions_waiver` COMMENT = 'Permisos excepcionales, siempre con caducidad.';

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('permissions', '0006_comment_tables', UTC_TIMESTAMP(6));
