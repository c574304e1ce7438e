-- Deshace V7.

DROP TRIGGER trg_report_definitions_touch_updated_at ON reports.report_definitions;
DROP FUNCTION reports.fn_touch_updated_at();
