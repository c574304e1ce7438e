-- Sube sessions/0001_initial
-- Generado por generate.sh a partir de sqlmigrate; no se edita a mano.

--
-- Create model Session
--
CREATE TABLE `django_session` (`session_key` varchar(40) NOT NULL PRIMARY KEY, `session_data` longtext NOT NULL, `expire_date` datetime(6) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
CREATE INDEX `django_session_expire_date_a5c62663` ON `django_session` (`expire_date`);

INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('sessions', '0001_initial', UTC_TIMESTAMP(6));
