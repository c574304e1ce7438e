-- Baja contenttypes/0001_initial
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter unique_together for contenttype (1 constraint(s))
--
ALTER TABLE `django_content_type` DROP INDEX `django_content_type_app_label_model_76bd3d3b_uniq`;
--
-- Create model ContentType
--
DROP TABLE `django_content_type` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'contenttypes' AND `name` = '0001_initial';
