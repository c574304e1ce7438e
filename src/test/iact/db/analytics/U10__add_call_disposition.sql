-- Deshace V10: la columna se lleva su índice, su restricción y su comentario.

ALTER TABLE analytics.calls DROP COLUMN disposition;
