-- Sube contenttypes/0002_remove_content_type_name
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Change Meta options on contenttype
--
--
-- Alter field name on contenttype
--
ALTER TABLE `django_content_type` MODIFY `name` varchar(100) NULL;
--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/contenttypes.0002_remove_content_type_name.up.part.sql):
-- Nada que hacer: hacia delante, la operación de Python es un no-op.
--
-- Remove field name from contenttype
--
ALTER TABLE `django_content_type` DROP COLUMN `name`;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('contenttypes', '0002_remove_content_type_name', UTC_TIMESTAMP(6));
