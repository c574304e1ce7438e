-- Mantiene updated_at de las definiciones de reporte con un disparador.
-- Por qué: los cambios hechos por SQL, fuera de la aplicación, no lo actualizaban.

CREATE FUNCTION reports.fn_touch_updated_at() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION reports.fn_touch_updated_at() IS 'Pone en updated_at el momento del cambio.';
REVOKE ALL ON FUNCTION reports.fn_touch_updated_at() FROM PUBLIC;

CREATE TRIGGER trg_report_definitions_touch_updated_at
  BEFORE UPDATE ON reports.report_definitions
  FOR EACH ROW EXECUTE FUNCTION reports.fn_touch_updated_at();
COMMENT ON TRIGGER trg_report_definitions_touch_updated_at ON reports.report_definitions
  IS 'Mantiene updated_at.';
