-- Sube permissions/0002_create_role_and_grant
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Role
--
CREATE TABLE `permissions_role` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `code` varchar(60) NOT NULL, `name` varchar(120) NOT NULL, `description` longtext NOT NULL, `created_at` datetime(6) NOT NULL, CONSTRAINT `uk_permissions_role_code` UNIQUE (`code`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
--
-- Create model Grant
--
CREATE TABLE `permissions_grant` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `role_id` bigint NOT NULL, `capability_id` bigint NOT NULL, `created_at` datetime(6) NOT NULL, CONSTRAINT `uk_permissions_grant_capability_role` UNIQUE (`capability_id`, `role_id`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE `permissions_grant` ADD CONSTRAINT `permissions_grant_role_id_bea52b24_fk_permissions_role_id` FOREIGN KEY (`role_id`) REFERENCES `permissions_role` (`id`);
ALTER TABLE `permissions_grant` ADD CONSTRAINT `permissions_grant_capability_id_f38ff8ee_fk_permissio` FOREIGN KEY (`capability_id`) REFERENCES `permissions_capability` (`id`);
CREATE INDEX `permissions_grant_role_idx` ON `permissions_grant` (`role_id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('permissions', '0002_create_role_and_grant', UTC_TIMESTAMP(6));
