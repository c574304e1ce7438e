-- Esquema del IVR heredado, tal como lo entrega su proveedor.
-- IACT no lo migra: este fichero solo sirve para levantar una copia de ensayo y
-- para comparar los modelos no gestionados de backend/apps/ivr.

CREATE TABLE `ivr_trunk` (
  `trunk_id` int(11) NOT NULL AUTO_INCREMENT COMMENT 'Identificador del enlace.',
  `trunk_name` varchar(40) NOT NULL COMMENT 'Nombre del enlace.',
  `carrier` varchar(60) NOT NULL COMMENT 'Operador telefónico.',
  `channels` smallint(6) NOT NULL COMMENT 'Canales contratados.',
  PRIMARY KEY (`trunk_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Enlaces troncales por los que entran las llamadas.';

CREATE TABLE `ivr_call_record` (
  `record_id` bigint(20) NOT NULL AUTO_INCREMENT COMMENT 'Identificador del registro.',
  `call_uid` varchar(36) NOT NULL COMMENT 'Identificador único de la llamada.',
  `trunk_id` int(11) NOT NULL COMMENT 'Enlace de entrada.',
  `ani` varchar(20) NOT NULL COMMENT 'Número que llama.',
  `dnis` varchar(20) NOT NULL COMMENT 'Número marcado.',
  `started_at` datetime(6) NOT NULL COMMENT 'Inicio de la llamada.',
  `ended_at` datetime(6) DEFAULT NULL COMMENT 'Fin de la llamada.',
  `exit_code` varchar(10) DEFAULT NULL COMMENT 'Cómo salió del IVR.',
  PRIMARY KEY (`record_id`),
  UNIQUE KEY `uk_ivr_call_record_call_uid` (`call_uid`),
  KEY `ivr_call_record_trunk_id_idx` (`trunk_id`),
  KEY `ivr_call_record_started_at_idx` (`started_at`),
  CONSTRAINT `fk_ivr_call_record_trunk` FOREIGN KEY (`trunk_id`) REFERENCES `ivr_trunk` (`trunk_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Llamadas atendidas por el IVR.';

CREATE TABLE `ivr_menu_step` (
  `step_id` bigint(20) NOT NULL AUTO_INCREMENT COMMENT 'Identificador del paso.',
  `record_id` bigint(20) NOT NULL COMMENT 'Llamada a la que pertenece.',
  `menu_code` varchar(20) NOT NULL COMMENT 'Menú mostrado.',
  `pressed_key` varchar(2) DEFAULT NULL COMMENT 'Tecla pulsada.',
  `stepped_at` datetime(6) NOT NULL COMMENT 'Momento del paso.',
  PRIMARY KEY (`step_id`),
  KEY `ivr_menu_step_record_id_idx` (`record_id`),
  CONSTRAINT `fk_ivr_menu_step_record` FOREIGN KEY (`record_id`) REFERENCES `ivr_call_record` (`record_id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Opciones de menú recorridas en cada llamada.';
