-- Baja contenttypes/0002_remove_content_type_name
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Remove field name from contenttype
--
-- Escrito a mano (by_hand/contenttypes.0002_remove_content_type_name.down.part.sql):
ALTER TABLE `django_content_type` ADD COLUMN `name` varchar(100) NULL AFTER `id`; -- en su lugar: Django la pondría al final
--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/contenttypes.0002_remove_content_type_name.down.part.sql):
UPDATE `django_content_type` SET `name` = `model`;
--
-- Alter field name on contenttype
--
ALTER TABLE `django_content_type` MODIFY `name` varchar(100) NOT NULL;
--
-- Change Meta options on contenttype
--

DELETE FROM `django_migrations` WHERE `app` = 'contenttypes' AND `name` = '0002_remove_content_type_name';
