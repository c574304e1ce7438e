-- Baja auth/0002_alter_permission_name_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field name on permission
--
ALTER TABLE `auth_permission` MODIFY `name` varchar(50) NOT NULL;

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0002_alter_permission_name_max_length';
