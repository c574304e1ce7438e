/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19-11.4.5-MariaDB, for linux-systemd (x86_64)
--
-- Host: localhost    Database: iact
-- ------------------------------------------------------
-- Server version	11.4.5-MariaDB

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*M!100616 SET @OLD_NOTE_VERBOSITY=@@NOTE_VERBOSITY, NOTE_VERBOSITY=0 */;

--
-- Table structure for table `auth_group`
--

DROP TABLE IF EXISTS `auth_group`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `auth_group` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(150) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `name` (`name`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `auth_group`
--

LOCK TABLES `auth_group` WRITE;
/*!40000 ALTER TABLE `auth_group` DISABLE KEYS */;
/*!40000 ALTER TABLE `auth_group` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `auth_group_permissions`
--

DROP TABLE IF EXISTS `auth_group_permissions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `auth_group_permissions` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `group_id` int(11) NOT NULL,
  `permission_id` int(11) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `auth_group_permissions_group_id_permission_id_0cd325b0_uniq` (`group_id`,`permission_id`),
  KEY `auth_group_permissio_permission_id_84c5c92e_fk_auth_perm` (`permission_id`),
  CONSTRAINT `auth_group_permissio_permission_id_84c5c92e_fk_auth_perm` FOREIGN KEY (`permission_id`) REFERENCES `auth_permission` (`id`),
  CONSTRAINT `auth_group_permissions_group_id_b120cbf9_fk_auth_group_id` FOREIGN KEY (`group_id`) REFERENCES `auth_group` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `auth_group_permissions`
--

LOCK TABLES `auth_group_permissions` WRITE;
/*!40000 ALTER TABLE `auth_group_permissions` DISABLE KEYS */;
/*!40000 ALTER TABLE `auth_group_permissions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `auth_permission`
--

DROP TABLE IF EXISTS `auth_permission`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `auth_permission` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(255) NOT NULL,
  `content_type_id` int(11) NOT NULL,
  `codename` varchar(100) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `auth_permission_content_type_id_codename_01ab375a_uniq` (`content_type_id`,`codename`),
  CONSTRAINT `auth_permission_content_type_id_2f476e4b_fk_django_co` FOREIGN KEY (`content_type_id`) REFERENCES `django_content_type` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=77 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `auth_permission`
--

LOCK TABLES `auth_permission` WRITE;
/*!40000 ALTER TABLE `auth_permission` DISABLE KEYS */;
INSERT INTO `auth_permission` VALUES
(1,'Can add content type',1,'add_contenttype'),
(2,'Can change content type',1,'change_contenttype'),
(3,'Can delete content type',1,'delete_contenttype'),
(4,'Can view content type',1,'view_contenttype'),
(5,'Can add permission',2,'add_permission'),
(6,'Can change permission',2,'change_permission'),
(7,'Can delete permission',2,'delete_permission'),
(8,'Can view permission',2,'view_permission'),
(9,'Can add group',3,'add_group'),
(10,'Can change group',3,'change_group'),
(11,'Can delete group',3,'delete_group'),
(12,'Can view group',3,'view_group'),
(13,'Can add session',4,'add_session'),
(14,'Can change session',4,'change_session'),
(15,'Can delete session',4,'delete_session'),
(16,'Can view session',4,'view_session'),
(17,'Can add usuario',5,'add_user'),
(18,'Can change usuario',5,'change_user'),
(19,'Can delete usuario',5,'delete_user'),
(20,'Can view usuario',5,'view_user'),
(21,'Can add equipo',6,'add_team'),
(22,'Can change equipo',6,'change_team'),
(23,'Can delete equipo',6,'delete_team'),
(24,'Can view equipo',6,'view_team'),
(25,'Can add perfil',7,'add_profile'),
(26,'Can change perfil',7,'change_profile'),
(27,'Can delete perfil',7,'delete_profile'),
(28,'Can view perfil',7,'view_profile'),
(29,'Can add intento de acceso',8,'add_login'),
(30,'Can change intento de acceso',8,'change_login'),
(31,'Can delete intento de acceso',8,'delete_login'),
(32,'Can view intento de acceso',8,'view_login'),
(33,'Can add bloqueo de cuenta',9,'add_lock'),
(34,'Can change bloqueo de cuenta',9,'change_lock'),
(35,'Can delete bloqueo de cuenta',9,'delete_lock'),
(36,'Can view bloqueo de cuenta',9,'view_lock'),
(37,'Can add función',10,'add_function'),
(38,'Can change función',10,'change_function'),
(39,'Can delete función',10,'delete_function'),
(40,'Can view función',10,'view_function'),
(41,'Can add capacidad',11,'add_capability'),
(42,'Can change capacidad',11,'change_capability'),
(43,'Can delete capacidad',11,'delete_capability'),
(44,'Can view capacidad',11,'view_capability'),
(45,'Can add rol',12,'add_role'),
(46,'Can change rol',12,'change_role'),
(47,'Can delete rol',12,'delete_role'),
(48,'Can view rol',12,'view_role'),
(49,'Can add concesión',13,'add_grant'),
(50,'Can change concesión',13,'change_grant'),
(51,'Can delete concesión',13,'delete_grant'),
(52,'Can view concesión',13,'view_grant'),
(53,'Can add miembro',14,'add_member'),
(54,'Can change miembro',14,'change_member'),
(55,'Can delete miembro',14,'delete_member'),
(56,'Can view miembro',14,'view_member'),
(57,'Can add permiso excepcional',15,'add_waiver'),
(58,'Can change permiso excepcional',15,'change_waiver'),
(59,'Can delete permiso excepcional',15,'delete_waiver'),
(60,'Can view permiso excepcional',15,'view_waiver'),
(61,'Can add sesión de usuario',16,'add_session'),
(62,'Can change sesión de usuario',16,'change_session'),
(63,'Can delete sesión de usuario',16,'delete_session'),
(64,'Can view sesión de usuario',16,'view_session'),
(65,'Can add enlace troncal',17,'add_trunk'),
(66,'Can change enlace troncal',17,'change_trunk'),
(67,'Can delete enlace troncal',17,'delete_trunk'),
(68,'Can view enlace troncal',17,'view_trunk'),
(69,'Can add registro de llamada',18,'add_callrecord'),
(70,'Can change registro de llamada',18,'change_callrecord'),
(71,'Can delete registro de llamada',18,'delete_callrecord'),
(72,'Can view registro de llamada',18,'view_callrecord'),
(73,'Can add paso de menú',19,'add_menustep'),
(74,'Can change paso de menú',19,'change_menustep'),
(75,'Can delete paso de menú',19,'delete_menustep'),
(76,'Can view paso de menú',19,'view_menustep');
/*!40000 ALTER TABLE `auth_permission` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `authentication_lock`
--

DROP TABLE IF EXISTS `authentication_lock`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `authentication_lock` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `user_id` bigint(20) NOT NULL,
  `reason` varchar(200) NOT NULL,
  `locked_at` datetime(6) NOT NULL,
  `released_at` datetime(6) DEFAULT NULL,
  `failures` int(10) unsigned NOT NULL CHECK (`failures` >= 0),
  PRIMARY KEY (`id`),
  KEY `authentication_lock_user_idx` (`user_id`,`locked_at`),
  CONSTRAINT `authentication_lock_user_id_9aeb4e43_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`),
  CONSTRAINT `ck_authentication_lock_released` CHECK (`released_at` is null or `released_at` >= `locked_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Bloqueos de cuenta y su duración.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `authentication_lock`
--

LOCK TABLES `authentication_lock` WRITE;
/*!40000 ALTER TABLE `authentication_lock` DISABLE KEYS */;
/*!40000 ALTER TABLE `authentication_lock` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `authentication_login`
--

DROP TABLE IF EXISTS `authentication_login`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `authentication_login` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `user_id` bigint(20) DEFAULT NULL,
  `username` varchar(60) NOT NULL,
  `ip` char(39) NOT NULL,
  `agent` varchar(255) NOT NULL,
  `succeeded` tinyint(1) NOT NULL,
  `attempted_at` datetime(6) NOT NULL,
  `failure_reason` varchar(40) NOT NULL,
  PRIMARY KEY (`id`),
  KEY `authentication_login_user_idx` (`user_id`,`attempted_at`),
  KEY `authentication_login_ip_idx` (`ip`,`attempted_at`),
  CONSTRAINT `authentication_login_user_id_80a67e80_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Intentos de acceso, concedidos o rechazados.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `authentication_login`
--

LOCK TABLES `authentication_login` WRITE;
/*!40000 ALTER TABLE `authentication_login` DISABLE KEYS */;
/*!40000 ALTER TABLE `authentication_login` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `django_content_type`
--

DROP TABLE IF EXISTS `django_content_type`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `django_content_type` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `app_label` varchar(100) NOT NULL,
  `model` varchar(100) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `django_content_type_app_label_model_76bd3d3b_uniq` (`app_label`,`model`)
) ENGINE=InnoDB AUTO_INCREMENT=20 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `django_content_type`
--

LOCK TABLES `django_content_type` WRITE;
/*!40000 ALTER TABLE `django_content_type` DISABLE KEYS */;
INSERT INTO `django_content_type` VALUES
(3,'auth','group'),
(2,'auth','permission'),
(9,'authentication','lock'),
(8,'authentication','login'),
(1,'contenttypes','contenttype'),
(18,'ivr','callrecord'),
(19,'ivr','menustep'),
(17,'ivr','trunk'),
(11,'permissions','capability'),
(10,'permissions','function'),
(13,'permissions','grant'),
(14,'permissions','member'),
(12,'permissions','role'),
(15,'permissions','waiver'),
(4,'sessions','session'),
(16,'user_sessions','session'),
(7,'users','profile'),
(6,'users','team'),
(5,'users','user');
/*!40000 ALTER TABLE `django_content_type` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `django_migrations`
--

DROP TABLE IF EXISTS `django_migrations`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `django_migrations` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `app` varchar(255) NOT NULL,
  `name` varchar(255) NOT NULL,
  `applied` datetime(6) NOT NULL,
  PRIMARY KEY (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=81 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `django_migrations`
--

LOCK TABLES `django_migrations` WRITE;
/*!40000 ALTER TABLE `django_migrations` DISABLE KEYS */;
INSERT INTO `django_migrations` VALUES
(41,'contenttypes','0001_initial','2026-11-22 16:46:40.476530'),
(42,'contenttypes','0002_remove_content_type_name','2026-11-22 16:46:40.488494'),
(43,'auth','0001_initial','2026-11-22 16:46:40.528061'),
(44,'auth','0002_alter_permission_name_max_length','2026-11-22 16:46:40.535231'),
(45,'auth','0003_alter_user_email_max_length','2026-11-22 16:46:40.538078'),
(46,'auth','0004_alter_user_username_opts','2026-11-22 16:46:40.541235'),
(47,'auth','0005_alter_user_last_login_null','2026-11-22 16:46:40.543883'),
(48,'auth','0006_require_contenttypes_0002','2026-11-22 16:46:40.544483'),
(49,'auth','0007_alter_validators_add_error_messages','2026-11-22 16:46:40.548151'),
(50,'auth','0008_alter_user_username_max_length','2026-11-22 16:46:40.550410'),
(51,'auth','0009_alter_user_last_name_max_length','2026-11-22 16:46:40.566176'),
(52,'auth','0010_alter_group_name_max_length','2026-11-22 16:46:40.571456'),
(53,'auth','0011_update_proxy_permissions','2026-11-22 16:46:40.574300'),
(54,'auth','0012_alter_user_first_name_max_length','2026-11-22 16:46:40.576728'),
(55,'users','0001_create_user','2026-11-22 16:46:40.583450'),
(56,'authentication','0001_create_login','2026-11-22 16:46:40.601568'),
(57,'authentication','0002_create_lock','2026-11-22 16:46:40.617839'),
(58,'authentication','0003_add_login_failure_reason','2026-11-22 16:46:40.626744'),
(59,'authentication','0004_comment_tables','2026-11-22 16:46:40.633922'),
(60,'ivr','0001_describe_call_records','2026-11-22 16:46:40.636257'),
(61,'ivr','0002_describe_menu_steps','2026-11-22 16:46:40.638219'),
(62,'permissions','0001_create_function_and_capability','2026-11-22 16:46:40.656383'),
(63,'permissions','0002_create_role_and_grant','2026-11-22 16:46:40.679087'),
(64,'permissions','0003_create_member_and_waiver','2026-11-22 16:46:40.738357'),
(65,'permissions','0004_seed_functions_and_capabilities','2026-11-22 16:46:40.759597'),
(66,'permissions','0005_index_waiver_expiry','2026-11-22 16:46:40.767609'),
(67,'permissions','0006_comment_tables','2026-11-22 16:46:40.785159'),
(68,'sessions','0001_initial','2026-11-22 16:46:40.793134'),
(69,'user_sessions','0001_create_user_sessions','2026-11-22 16:46:40.811929'),
(70,'user_sessions','0002_allow_one_active_session','2026-11-22 16:46:40.822005'),
(71,'user_sessions','0003_index_last_activity','2026-11-22 16:46:40.829989'),
(72,'user_sessions','0004_comment_tables','2026-11-22 16:46:40.835207'),
(73,'users','0002_create_team_and_profile','2026-11-22 16:46:40.863307'),
(74,'users','0003_add_user_logical_deletion','2026-11-22 16:46:40.897852'),
(75,'users','0004_add_user_locale','2026-11-22 16:46:40.906065'),
(76,'users','0005_fill_user_locale','2026-11-22 16:46:40.915340'),
(77,'users','0006_require_user_locale','2026-11-22 16:46:40.931280'),
(78,'users','0007_drop_profile_fax','2026-11-22 16:46:40.945417'),
(79,'users','0008_seed_teams','2026-11-22 16:46:40.957365');
/*!40000 ALTER TABLE `django_migrations` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `django_session`
--

DROP TABLE IF EXISTS `django_session`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `django_session` (
  `session_key` varchar(40) NOT NULL,
  `session_data` longtext NOT NULL,
  `expire_date` datetime(6) NOT NULL,
  PRIMARY KEY (`session_key`),
  KEY `django_session_expire_date_a5c62663` (`expire_date`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `django_session`
--

LOCK TABLES `django_session` WRITE;
/*!40000 ALTER TABLE `django_session` DISABLE KEYS */;
/*!40000 ALTER TABLE `django_session` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions_capability`
--

DROP TABLE IF EXISTS `permissions_capability`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions_capability` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `function_id` bigint(20) NOT NULL,
  `action` varchar(40) NOT NULL,
  `description` varchar(200) NOT NULL,
  `is_sensitive` tinyint(1) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_permissions_capability_function_action` (`function_id`,`action`),
  CONSTRAINT `permissions_capabili_function_id_c0736c3e_fk_permissio` FOREIGN KEY (`function_id`) REFERENCES `permissions_function` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Acciones concretas dentro de una función.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions_capability`
--

LOCK TABLES `permissions_capability` WRITE;
/*!40000 ALTER TABLE `permissions_capability` DISABLE KEYS */;
INSERT INTO `permissions_capability` VALUES
(1,1,'view','',0),
(2,1,'annotate','',0),
(3,2,'view','',0),
(4,2,'export','',1),
(5,3,'view','',0),
(6,3,'manage','',1);
/*!40000 ALTER TABLE `permissions_capability` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions_function`
--

DROP TABLE IF EXISTS `permissions_function`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions_function` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `code` varchar(60) NOT NULL,
  `name` varchar(120) NOT NULL,
  `area` varchar(40) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_permissions_function_code` (`code`),
  KEY `permissions_function_area_idx` (`area`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Funciones del sistema que se pueden autorizar.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions_function`
--

LOCK TABLES `permissions_function` WRITE;
/*!40000 ALTER TABLE `permissions_function` DISABLE KEYS */;
INSERT INTO `permissions_function` VALUES
(1,'calls','Llamadas','operations',1),
(2,'reports','Reportes','analytics',1),
(3,'users','Usuarios','administration',1);
/*!40000 ALTER TABLE `permissions_function` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions_grant`
--

DROP TABLE IF EXISTS `permissions_grant`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions_grant` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `role_id` bigint(20) NOT NULL,
  `capability_id` bigint(20) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_permissions_grant_capability_role` (`capability_id`,`role_id`),
  KEY `permissions_grant_role_idx` (`role_id`),
  CONSTRAINT `permissions_grant_capability_id_f38ff8ee_fk_permissio` FOREIGN KEY (`capability_id`) REFERENCES `permissions_capability` (`id`),
  CONSTRAINT `permissions_grant_role_id_bea52b24_fk_permissions_role_id` FOREIGN KEY (`role_id`) REFERENCES `permissions_role` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Capacidades concedidas a cada rol.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions_grant`
--

LOCK TABLES `permissions_grant` WRITE;
/*!40000 ALTER TABLE `permissions_grant` DISABLE KEYS */;
/*!40000 ALTER TABLE `permissions_grant` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions_member`
--

DROP TABLE IF EXISTS `permissions_member`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions_member` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `role_id` bigint(20) NOT NULL,
  `user_id` bigint(20) NOT NULL,
  `granter_id` bigint(20) NOT NULL,
  `granted_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_permissions_member_role_user` (`role_id`,`user_id`),
  KEY `permissions_member_user_idx` (`user_id`),
  KEY `permissions_member_granter_idx` (`granter_id`),
  CONSTRAINT `permissions_member_granter_id_57fc9178_fk_users_user_id` FOREIGN KEY (`granter_id`) REFERENCES `users_user` (`id`),
  CONSTRAINT `permissions_member_role_id_a79b8a78_fk_permissions_role_id` FOREIGN KEY (`role_id`) REFERENCES `permissions_role` (`id`),
  CONSTRAINT `permissions_member_user_id_5610c03d_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Roles asignados a cada usuario.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions_member`
--

LOCK TABLES `permissions_member` WRITE;
/*!40000 ALTER TABLE `permissions_member` DISABLE KEYS */;
/*!40000 ALTER TABLE `permissions_member` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions_role`
--

DROP TABLE IF EXISTS `permissions_role`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions_role` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `code` varchar(60) NOT NULL,
  `name` varchar(120) NOT NULL,
  `description` longtext NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_permissions_role_code` (`code`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Roles: conjuntos de capacidades.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions_role`
--

LOCK TABLES `permissions_role` WRITE;
/*!40000 ALTER TABLE `permissions_role` DISABLE KEYS */;
/*!40000 ALTER TABLE `permissions_role` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `permissions_waiver`
--

DROP TABLE IF EXISTS `permissions_waiver`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `permissions_waiver` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `capability_id` bigint(20) NOT NULL,
  `user_id` bigint(20) NOT NULL,
  `effect` varchar(5) NOT NULL,
  `reason` varchar(200) NOT NULL,
  `signer_id` bigint(20) NOT NULL,
  `starts_at` datetime(6) NOT NULL,
  `expires_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_permissions_waiver_capability_user_starts_at` (`capability_id`,`user_id`,`starts_at`),
  KEY `permissions_waiver_user_idx` (`user_id`),
  KEY `permissions_waiver_signer_idx` (`signer_id`),
  KEY `permissions_waiver_expires_idx` (`expires_at`),
  CONSTRAINT `permissions_waiver_capability_id_7ae51030_fk_permissio` FOREIGN KEY (`capability_id`) REFERENCES `permissions_capability` (`id`),
  CONSTRAINT `permissions_waiver_signer_id_477a8bdf_fk_users_user_id` FOREIGN KEY (`signer_id`) REFERENCES `users_user` (`id`),
  CONSTRAINT `permissions_waiver_user_id_213f3419_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`),
  CONSTRAINT `ck_permissions_waiver_effect` CHECK (`effect` in ('allow','deny')),
  CONSTRAINT `ck_permissions_waiver_expires_at` CHECK (`expires_at` > `starts_at`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Permisos excepcionales, siempre con caducidad.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `permissions_waiver`
--

LOCK TABLES `permissions_waiver` WRITE;
/*!40000 ALTER TABLE `permissions_waiver` DISABLE KEYS */;
/*!40000 ALTER TABLE `permissions_waiver` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `user_sessions`
--

DROP TABLE IF EXISTS `user_sessions`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `user_sessions` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `session_key` varchar(40) NOT NULL,
  `user_id` bigint(20) NOT NULL,
  `ip` char(39) NOT NULL,
  `agent` varchar(255) NOT NULL,
  `started_at` datetime(6) NOT NULL,
  `last_activity` datetime(6) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `ended_at` datetime(6) DEFAULT NULL,
  `active_user_id` bigint(20) GENERATED ALWAYS AS (case when `is_active` = 1 then `user_id` end) VIRTUAL COMMENT 'user_id mientras la sesión está activa; NULL después.',
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_user_sessions_session_key` (`session_key`),
  UNIQUE KEY `uk_user_sessions_session_active_user` (`active_user_id`),
  KEY `user_sessions_session_user_idx` (`user_id`),
  KEY `user_sessions_session_last_idx` (`last_activity`),
  CONSTRAINT `user_sessions_user_id_43ce9642_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='Sesiones de usuario con su actividad; una activa por usuario.';
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `user_sessions`
--

LOCK TABLES `user_sessions` WRITE;
/*!40000 ALTER TABLE `user_sessions` DISABLE KEYS */;
INSERT INTO `user_sessions` VALUES
(1,'a',1,'1','','2026-11-22 16:46:41.243400','2026-11-22 16:46:41.243400',1,NULL,1),
(2,'b',1,'1','','2026-11-22 16:46:41.243400','2026-11-22 16:46:41.243400',0,NULL,NULL),
(3,'c',1,'1','','2026-11-22 16:46:41.243400','2026-11-22 16:46:41.243400',0,NULL,NULL);
/*!40000 ALTER TABLE `user_sessions` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `users_profile`
--

DROP TABLE IF EXISTS `users_profile`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `users_profile` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `user_id` bigint(20) NOT NULL,
  `team_id` bigint(20) DEFAULT NULL,
  `phone` varchar(20) NOT NULL,
  `preferences` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL CHECK (json_valid(`preferences`)),
  `updated_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_users_profile_user` (`user_id`),
  KEY `users_profile_team_idx` (`team_id`),
  CONSTRAINT `users_profile_team_id_14b6fa44_fk_users_team_id` FOREIGN KEY (`team_id`) REFERENCES `users_team` (`id`),
  CONSTRAINT `users_profile_user_id_2112e78d_fk_users_user_id` FOREIGN KEY (`user_id`) REFERENCES `users_user` (`id`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `users_profile`
--

LOCK TABLES `users_profile` WRITE;
/*!40000 ALTER TABLE `users_profile` DISABLE KEYS */;
/*!40000 ALTER TABLE `users_profile` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `users_team`
--

DROP TABLE IF EXISTS `users_team`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `users_team` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `code` varchar(20) NOT NULL,
  `name` varchar(100) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_users_team_code` (`code`)
) ENGINE=InnoDB AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `users_team`
--

LOCK TABLES `users_team` WRITE;
/*!40000 ALTER TABLE `users_team` DISABLE KEYS */;
INSERT INTO `users_team` VALUES
(1,'support','Atención al cliente',1,'2026-11-22 16:46:40.954418'),
(2,'sales','Ventas',1,'2026-11-22 16:46:40.955597'),
(3,'quality','Calidad',1,'2026-11-22 16:46:40.956516');
/*!40000 ALTER TABLE `users_team` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `users_user`
--

DROP TABLE IF EXISTS `users_user`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `users_user` (
  `id` bigint(20) NOT NULL AUTO_INCREMENT,
  `password` varchar(128) NOT NULL,
  `last_login` datetime(6) DEFAULT NULL,
  `username` varchar(60) NOT NULL,
  `email` varchar(254) NOT NULL,
  `full_name` varchar(150) NOT NULL,
  `is_active` tinyint(1) NOT NULL,
  `created_at` datetime(6) NOT NULL,
  `updated_at` datetime(6) NOT NULL,
  `deleted_at` datetime(6) DEFAULT NULL,
  `deleted_by_id` bigint(20) DEFAULT NULL,
  `locale` varchar(10) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE KEY `uk_users_user_username` (`username`),
  UNIQUE KEY `uk_users_user_email` (`email`),
  KEY `users_user_deleted_by_idx` (`deleted_by_id`),
  KEY `users_user_deleted_at_idx` (`deleted_at`),
  CONSTRAINT `fk_users_user_deleted_by` FOREIGN KEY (`deleted_by_id`) REFERENCES `users_user` (`id`)
) ENGINE=InnoDB AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `users_user`
--

LOCK TABLES `users_user` WRITE;
/*!40000 ALTER TABLE `users_user` DISABLE KEYS */;
INSERT INTO `users_user` VALUES
(1,'x',NULL,'ana','ana@x','Ana',1,'2026-11-22 16:46:41.242833','2026-11-22 16:46:41.242833',NULL,NULL,'es-MX');
/*!40000 ALTER TABLE `users_user` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Dumping events for database 'iact'
--

--
-- Dumping routines for database 'iact'
--
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*M!100616 SET NOTE_VERBOSITY=@OLD_NOTE_VERBOSITY */;

-- Dump completed
