-- Baja users/0009_comment_tables
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Raw SQL operation
--
ALTER TABLE `users_profile` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `users_team` COMMENT = '';
--
-- Raw SQL operation
--
ALTER TABLE `users_user` COMMENT = '';

DELETE FROM `django_migrations` WHERE `app` = 'users' AND `name` = '0009_comment_tables';
