-- Baja ivr/0002_describe_menu_steps
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model MenuStep
--

DELETE FROM `django_migrations` WHERE `app` = 'ivr' AND `name` = '0002_describe_menu_steps';
