-- Sube authentication/0001_create_login
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Login
--
CREATE TABLE `authentication_login` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `user_id` bigint NULL, `username` varchar(60) NOT NULL, `ip` char(39) NOT NULL, `agent` varchar(255) NOT NULL, `succeeded` bool NOT NULL, `attempted_at` datetime(6) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE `authentication_login` ADD CONSTRAINT `authentication_login_user_id_80a67e80_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`);
CREATE INDEX `authentication_login_user_idx` ON `authentication_login` (`user_id`, `attempted_at`);
CREATE INDEX `authentication_login_ip_idx` ON `authentication_login` (`ip`, `attempted_at`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('authentication', '0001_create_login', UTC_TIMESTAMP(6));
