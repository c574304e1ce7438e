-- Sube permissions/0003_create_member_and_waiver
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Member
--
CREATE TABLE `permissions_member` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `role_id` bigint NOT NULL, `user_id` bigint NOT NULL, `granter_id` bigint NOT NULL, `granted_at` datetime(6) NOT NULL, CONSTRAINT `uk_permissions_member_role_user` UNIQUE (`role_id`, `user_id`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
--
-- Create model Waiver
--
CREATE TABLE `permissions_waiver` (`id` bigint AUTO_INCREMENT NOT NULL PRIMARY KEY, `capability_id` bigint NOT NULL, `user_id` bigint NOT NULL, `effect` varchar(5) NOT NULL, `reason` varchar(200) NOT NULL, `signer_id` bigint NOT NULL, `starts_at` datetime(6) NOT NULL, `expires_at` datetime(6) NOT NULL, CONSTRAINT `uk_permissions_waiver_capability_user_starts_at` UNIQUE (`capability_id`, `user_id`, `starts_at`), CONSTRAINT `ck_permissions_waiver_effect` CHECK (`effect` IN ('allow', 'deny')), CONSTRAINT `ck_permissions_waiver_expires_at` CHECK (`expires_at` > `starts_at`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
ALTER TABLE `permissions_member` ADD CONSTRAINT `permissions_member_role_id_a79b8a78_fk_permissions_role_id` FOREIGN KEY (`role_id`) REFERENCES `permissions_role` (`id`);
ALTER TABLE `permissions_member` ADD CONSTRAINT `permissions_member_user_id_5610c03d_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`);
ALTER TABLE `permissions_member` ADD CONSTRAINT `permissions_member_granter_id_57fc9178_fk_users_user_id` FOREIGN KEY (`granter_id`) REFERENCES `users_user` (`id`);
CREATE INDEX `permissions_member_user_idx` ON `permissions_member` (`user_id`);
CREATE INDEX `permissions_member_granter_idx` ON `permissions_member` (`granter_id`);
ALTER TABLE `permissions_waiver` ADD CONSTRAINT `permissions_waiver_capability_id_7ae51030_fk_permissio` FOREIGN KEY (`capability_id`) REFERENCES `permissions_capability` (`id`);
ALTER TABLE `permissions_waiver` ADD CONSTRAINT `permissions_waiver_user_id_213f3419_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`);
ALTER TABLE `permissions_waiver` ADD CONSTRAINT `permissions_waiver_signer_id_477a8bdf_fk_users_user_id` FOREIGN KEY (`signer_id`) REFERENCES `users_user` (`id`);
CREATE INDEX `permissions_waiver_user_idx` ON `permissions_waiver` (`user_id`);
CREATE INDEX `permissions_waiver_signer_idx` ON `permissions_waiver` (`signer_id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('permissions', '0003_create_member_and_waiver', UTC_TIMESTAMP(6));
