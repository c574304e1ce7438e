-- Baja ivr/0001_describe_call_records
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model CallRecord
--
--
-- Create model Trunk
--

DELETE FROM `django_migrations` WHERE `app` = 'ivr' AND `name` = '0001_describe_call_records';
