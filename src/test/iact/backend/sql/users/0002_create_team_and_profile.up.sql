-- Sube users/0002_create_team_and_profile
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Team
--
CREATE TABLE `users_team` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `code` varchar(20) NOT NULL, `name` varchar(100) NOT NULL, `is_active` bool NOT NULL, `created_at` datetime(6) NOT NULL, CONSTRAINT `uk_users_team_code` UNIQUE (`code`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
--
-- Create model Profile
--
CREATE TABLE `users_profile` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `user_id` bigint NOT NULL, `team_id` bigint NULL, `phone` varchar(20) NOT NULL, `preferences` json NOT NULL, `updated_at` datetime(6) NOT NULL, `fax` varchar(20) NULL, CONSTRAINT `uk_users_profile_user` UNIQUE (`user_id`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE `users_profile` ADD CONSTRAINT `users_profile_user_id_2112e78d_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`);
ALTER TABLE `users_profile` ADD CONSTRAINT `users_profile_team_id_14b6fa44_fk_users_team_id` FOREIGN KEY (`team_id`) REFERENCES `users_team` (`id`);
CREATE INDEX `users_profile_team_idx` ON `users_profile` (`team_id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0002_create_team_and_profile', UTC_TIMESTAMP(6));
