-- Sube users/0005_fill_user_locale
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- MIGRATION NOW PERFORMS OPERATION THAT CANNOT BE WRITTEN AS SQL:
-- Raw Python operation
--
-- Escrito a mano (by_hand/users.0005_fill_user_locale.up.part.sql):
UPDATE `users_user` SET `locale` = 'es-MX' WHERE `locale` IS NULL;

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0005_fill_user_locale', UTC_TIMESTAMP(6));
