-- Cuenta con la que IACT lee el IVR heredado: SELECT y nada más (control B1).
-- Nace bloqueada y sin contraseña: el DBA la pone desde la bóveda y la desbloquea.
-- Se supone que la base de datos se llama ivr_legacy.

CREATE USER IF NOT EXISTS 'iact_ivr_reader'@'10.20.%' ACCOUNT LOCK;
GRANT SELECT ON `ivr_legacy`.* TO 'iact_ivr_reader'@'10.20.%';
