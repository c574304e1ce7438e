-- EJEMPLO MALO: derivas plantadas en la base operativa (MariaDB), tras aplicar todas las
-- migraciones buenas. Cada sentencia lleva encima su identificador de planted.yaml.

-- drift-my-extra-column: columna que ninguna migración crea, con nombre en español.
ALTER TABLE `users_user` ADD COLUMN `fecha_alta` datetime DEFAULT NULL;
-- drift-my-dropped-index: índice borrado.
ALTER TABLE `permissions_waiver` DROP INDEX `permissions_waiver_expires_idx`;
-- drift-my-changed-default: valor por omisión cambiado.
ALTER TABLE `users_team` ALTER COLUMN `is_active` SET DEFAULT 0;
-- drift-my-narrowed-column: columna estrechada.
ALTER TABLE `authentication_login` MODIFY `agent` varchar(120) NOT NULL;
-- drift-my-nullable-column: columna que pasa a admitir NULL.
ALTER TABLE `users_profile` MODIFY `phone` varchar(20) DEFAULT NULL;
-- drift-my-dropped-foreign-key: clave foránea borrada.
ALTER TABLE `permissions_member` DROP FOREIGN KEY `permissions_member_granter_id_57fc9178_fk_users_user_id`;
-- drift-my-dropped-check: restricción CHECK borrada.
ALTER TABLE `permissions_waiver` DROP CONSTRAINT `ck_permissions_waiver_effect`;
-- drift-my-latin1-column: columna que deja de ser utf8mb4.
ALTER TABLE `users_team` MODIFY `name` varchar(100) CHARACTER SET latin1 COLLATE latin1_swedish_ci NOT NULL;
-- drift-my-many-active-sessions: ya no se impide más de una sesión activa por usuario.
ALTER TABLE `user_sessions` DROP INDEX `uk_user_sessions_session_active_user`;
-- drift-my-session-index: la tabla de sesiones pierde el índice de caducidad.
ALTER TABLE `django_session` DROP INDEX `django_session_expire_date_a5c62663`;
-- drift-my-changed-comment: comentario de tabla cambiado.
ALTER TABLE `permissions_role` COMMENT = '';
-- drift-my-myisam-table: tabla que no es InnoDB.
CREATE TABLE `call_notes_tmp` (`id` int NOT NULL AUTO_INCREMENT PRIMARY KEY, `note` text) ENGINE=MyISAM DEFAULT CHARSET=latin1;
-- drift-my-no-primary-key: tabla sin clave primaria.
CREATE TABLE `login_export` (`username` varchar(60) NOT NULL, `attempted_at` datetime(6) NOT NULL) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
-- drift-my-twin-table: tabla gemela de users_user.
CREATE TABLE `users_users` LIKE `users_user`;
-- drift-my-unknown-trigger: disparador que ninguna migración crea.
CREATE TRIGGER `team_name_upper` BEFORE INSERT ON `users_team` FOR EACH ROW SET NEW.`name` = UPPER(NEW.`name`);
-- drift-my-unknown-view: vista que ninguna migración crea.
CREATE SQL SECURITY DEFINER VIEW `active_people` AS SELECT `id`, `username`, `password` FROM `users_user` WHERE `is_active` = 1;
-- drift-my-unknown-migration: fila del historial sin fichero.
INSERT INTO `django_migrations` (`app`, `name`, `applied`) VALUES ('users', '0010_manual_fix', UTC_TIMESTAMP(6));
-- drift-my-app-all-privileges: la cuenta de la aplicación lo puede todo.
CREATE USER IF NOT EXISTS 'iact_app'@'10.20.%' ACCOUNT LOCK;
GRANT ALL PRIVILEGES ON *.* TO 'iact_app'@'10.20.%' WITH GRANT OPTION;
-- drift-my-ivr-account-writes: la cuenta del IVR puede escribir, por un permiso global.
CREATE USER IF NOT EXISTS 'iact_ivr_reader'@'10.20.%' ACCOUNT LOCK;
GRANT SELECT, INSERT, UPDATE ON *.* TO 'iact_ivr_reader'@'10.20.%';
