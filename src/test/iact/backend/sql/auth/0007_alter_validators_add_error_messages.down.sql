-- Baja auth/0007_alter_validators_add_error_messages
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Alter field username on user
--

DELETE FROM `django_migrations` WHERE `app` = 'auth' AND `name` = '0007_alter_validators_add_error_messages';
