-- Baja users/0003_add_user_logical_deletion
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Custom state/database change combination
--
ALTER TABLE `users_user` DROP FOREIGN KEY `fk_users_user_deleted_by`, DROP INDEX `users_user_deleted_at_idx`, DROP INDEX `users_user_deleted_by_idx`, DROP COLUMN `deleted_by_id`, DROP COLUMN `deleted_at`;

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0003_add_user_logical_deletion';
