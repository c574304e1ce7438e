-- Deshace V4.

ALTER TABLE analytics.calls DROP COLUMN etl_run_id;
DROP TABLE analytics.etl_runs;
