-- Baja user_sessions/0002_allow_one_active_session
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Custom state/database change combination
--
ALTER TABLE `user_sessions` DROP INDEX `uk_user_sessions_session_active_user`, DROP COLUMN `active_user_id`;

DELETE FROM `django_migrations` WHERE `app` = 'user_sessions' AND `name` = '0002_allow_one_active_session';
