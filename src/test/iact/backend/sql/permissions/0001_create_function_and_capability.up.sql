-- Sube permissions/0001_create_function_and_capability
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Function
--
CREATE TABLE `permissions_function` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `code` varchar(60) NOT NULL, `name` varchar(120) NOT NULL, `area` varchar(40) NOT NULL, `is_active` bool NOT NULL, CONSTRAINT `uk_permissions_function_code` UNIQUE (`code`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
--
-- Create model Capability
--
CREATE TABLE `permissions_capability` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `function_id` bigint NOT NULL, `action` varchar(40) NOT NULL, `description` varchar(200) NOT NULL, `is_sensitive` bool NOT NULL, CONSTRAINT `uk_permissions_capability_function_action` UNIQUE (`function_id`, `action`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE INDEX `permissions_function_area_idx` ON `permissions_function` (`area`);
ALTER TABLE `permissions_capability` ADD CONSTRAINT `permissions_capabili_function_id_c0736c3e_fk_permissio` FOREIGN KEY (`function_id`) REFERENCES `permissions_function` (`id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('permissions', '0001_create_function_and_capability', UTC_TIMESTAMP(6));
