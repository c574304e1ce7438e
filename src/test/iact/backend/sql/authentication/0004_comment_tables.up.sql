-- Sube authentication/0004_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `authentication_login` COMMENT = 'Intentos de acceso, concedidos o rechazados.';
--
-- Raw SQL operation
--
ALTER TABLE `authentication_lock` COMMENT = 'Bloqueos de cuenta y su duración.';

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('authentication', '0004_comment_tables', UTC_TIMESTAMP(6));
