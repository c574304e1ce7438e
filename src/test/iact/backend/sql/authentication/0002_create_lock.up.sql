-- Sube authentication/0002_create_lock
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Lock
--
CREATE TABLE `authentication_lock` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `user_id` bigint NOT NULL, `reason` varchar(200) NOT NULL, `locked_at` datetime(6) NOT NULL, `released_at` datetime(6) NULL, `failures` integer UNSIGNED NOT NULL CHECK (`failures` >= 0), CONSTRAINT `ck_authentication_lock_released` CHECK ((`released_at` IS NULL OR `released_at` >= `locked_at`))) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE `authentication_lock` ADD CONSTRAINT `authentication_lock_user_id_9aeb4e43_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`);
CREATE INDEX `authentication_lock_user_idx` ON `authentication_lock` (`user_id`, `locked_at`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('authentication', '0002_create_lock', UTC_TIMESTAMP(6));
