-- Sube users/0009_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `users_user` COMMENT = 'Personas con acceso a IACT; la baja es lógica.';
--
-- Raw SQL operation
--
ALTER TABLE `users_team` COMMENT = 'Equipos del centro de llamadas.';
--
-- Raw SQL operation
--
ALTER TABLE `users_profile` COMMENT = 'Datos de contacto y preferencias de cada usuario.';

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0009_comment_tables', UTC_TIMESTAMP(6));
