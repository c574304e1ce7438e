-- Sube ivr/0002_describe_menu_steps
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model MenuStep
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('ivr', '0002_describe_menu_steps', UTC_TIMESTAMP(6));
