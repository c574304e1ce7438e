-- Sustituye: ALTER TABLE `django_content_type` ADD COLUMN `name` varchar(100) NULL;
-- Por: ALTER TABLE `django_content_type` ADD COLUMN `name` varchar(100) NULL AFTER `id`; -- en su lugar: Django la pondría al final
UPDATE `django_content_type` SET `name` = `model`;
