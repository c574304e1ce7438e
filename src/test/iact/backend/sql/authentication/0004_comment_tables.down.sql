-- Baja authentication/0004_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `authentication_lock` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `authentication_login` COMMENT = '';

DELETE FROM `django_migrations` WHERE `app` = 'authentication' AND `name` = '0004_comment_tables';
