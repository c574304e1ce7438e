-- Baja user_sessions/0001_create_user_sessions
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Session
--
DROP TABLE `user_sessions` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'user_sessions' AND `name` = '0001_create_user_sessions';
