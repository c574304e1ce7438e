-- Baja user_sessions/0004_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `user_sessions` COMMENT = '';

DELETE FROM `django_migrations` WHERE `app` = 'user_sessions' AND `name` = '0004_comment_tables';
