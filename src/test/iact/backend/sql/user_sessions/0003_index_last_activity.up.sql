-- Sube user_sessions/0003_index_last_activity
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create index user_sessions_session_last_idx on field(s) last_activity of model session
--
CREATE INDEX `user_sessions_session_last_idx` ON `user_sessions` (`last_activity`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('user_sessions', '0003_index_last_activity', UTC_TIMESTAMP(6));
