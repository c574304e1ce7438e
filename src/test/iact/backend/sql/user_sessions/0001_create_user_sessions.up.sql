-- Sube user_sessions/0001_create_user_sessions
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Session
--
CREATE TABLE `user_sessions` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `session_key` varchar(40) NOT NULL, `user_id` bigint NOT NULL, `ip` char(39) NOT NULL, `agent` varchar(255) NOT NULL, `started_at` datetime(6) NOT NULL, `last_activity` datetime(6) NOT NULL, `is_active` bool NOT NULL, `ended_at` datetime(6) NULL, CONSTRAINT `uk_user_sessions_session_key` UNIQUE (`session_key`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE `user_sessions` ADD CONSTRAINT `user_sessions_user_id_43ce9642_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`);
CREATE INDEX `user_sessions_session_user_idx` ON `user_sessions` (`user_id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('user_sessions', '0001_create_user_sessions', UTC_TIMESTAMP(6));
