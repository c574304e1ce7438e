-- Baja sessions/0001_initial
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Session
--
DROP TABLE `django_session` CASCADE;

DELETE FROM `django_migrations` WHERE `app` = 'sessions' AND `name` = '0001_initial';
