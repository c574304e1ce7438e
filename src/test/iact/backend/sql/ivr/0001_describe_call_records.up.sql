-- Sube ivr/0001_describe_call_records
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Trunk
--
--
-- Create model CallRecord
--

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('ivr', '0001_describe_call_records', UTC_TIMESTAMP(6));
