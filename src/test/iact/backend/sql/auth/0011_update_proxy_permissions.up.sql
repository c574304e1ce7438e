-- Sube auth/0011_update_proxy_permissions
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/auth.0011_update_proxy_permissions.up.part.sql):
-- Nada que hacer: IACT no tiene modelos proxy.

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0011_update_proxy_permissions', UTC_TIMESTAMP(6));
