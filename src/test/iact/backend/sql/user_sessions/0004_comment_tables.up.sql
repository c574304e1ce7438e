-- Sube user_sessions/0004_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `user_sessions` COMMENT = 'Sesiones de usuario con su actividad; una activa por usuario.';

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('user_sessions', '0004_comment_tables', UTC_TIMESTAMP(6));
