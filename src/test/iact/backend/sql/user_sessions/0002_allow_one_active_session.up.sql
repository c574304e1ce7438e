-- Sube user_sessions/0002_allow_one_active_session
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Custom state/database change combination
--
ALTER TABLE `user_sessions` ADD COLUMN `active_user_id` bigint GENERATED ALWAYS AS (CASE WHEN `is_active` = 1 THEN `user_id` END) VIRTUAL COMMENT 'user_id mientras la sesión está activa; NULL después.', ADD UNIQUE INDEX `uk_user_sessions_session_active_user` (`active_user_id`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('user_sessions', '0002_allow_one_active_session', UTC_TIMESTAMP(6));
