-- Sube auth/0010_alter_group_name_max_length
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field name on group
--
ALTER TABLE `auth_group` MODIFY `name` varchar(150) NOT NULL;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('auth', '0010_alter_group_name_max_length', UTC_TIMESTAMP(6));
