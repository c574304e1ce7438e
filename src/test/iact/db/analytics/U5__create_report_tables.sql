-- Deshace V5.

DROP TABLE reports.export_audit;
DROP FUNCTION reports.fn_refuse_audit_change();
DROP TABLE reports.report_runs;
DROP TABLE reports.report_definitions;
