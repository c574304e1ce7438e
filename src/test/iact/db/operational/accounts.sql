-- Cuentas de la base operativa: la aplicación no cambia el esquema.
-- Nacen bloqueadas y sin contraseña: el DBA la pone desde la bóveda y las desbloquea.
-- Se supone que la base de datos se llama iact.

CREATE USER IF NOT EXISTS 'iact_app'@'10.20.%' ACCOUNT LOCK;
GRANT SELECT, INSERT, UPDATE, DELETE ON `iact`.* TO 'iact_app'@'10.20.%';

CREATE USER IF NOT EXISTS 'iact_migrator'@'10.20.%' ACCOUNT LOCK;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP, REFERENCES
  ON `iact`.* TO 'iact_migrator'@'10.20.%';
