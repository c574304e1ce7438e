-- Sube users/0003_add_user_logical_deletion
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Custom state/database change combination
--
ALTER TABLE `users_user` ADD COLUMN `deleted_at` datetime(6) NULL, ADD COLUMN `deleted_by_id` bigint NULL, ADD INDEX `users_user_deleted_by_idx` (`deleted_by_id`), ADD INDEX `users_user_deleted_at_idx` (`deleted_at`), ADD CONSTRAINT `fk_users_user_deleted_by` FOREIGN KEY (`deleted_by_id`) REFERENCES `users_user` (`id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0003_add_user_logical_deletion', UTC_TIMESTAMP(6));
