-- Baja auth/0010_alter_group_name_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field name on group
--
ALTER TABLE `auth_group` MODIFY `name` varchar(80) NOT NULL;

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0010_alter_group_name_max_length';
