-- Sube users/0001_create_user
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model User
--
CREATE TABLE `users_user` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `password` varchar(128) NOT NULL, `last_login` datetime(6) NULL, `username` varchar(60) NOT NULL, `email` varchar(254) NOT NULL, `full_name` varchar(150) NOT NULL, `is_active` bool NOT NULL, `created_at` datetime(6) NOT NULL, `updated_at` datetime(6) NOT NULL, CONSTRAINT `uk_users_user_username` UNIQUE (`username`), CONSTRAINT `uk_users_user_email` UNIQUE (`email`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0001_create_user', UTC_TIMESTAMP(6));
