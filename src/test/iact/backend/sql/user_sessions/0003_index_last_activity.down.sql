-- Baja user_sessions/0003_index_last_activity
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create index user_sessions_session_last_idx on field(s) last_activity of model session
--
DROP INDEX `user_sessions_session_last_idx` ON `user_sessions`;

DELETE FROM `django_migrations` WHERE `app` = 'user_sessions' AND `name` = '0003_index_last_activity';
