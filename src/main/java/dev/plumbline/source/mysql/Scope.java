package dev.plumbline.source.mysql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which schemas are read.
 *
 * @param relative the one schema that the URL names, whose name the facts leave out; empty if it names none
 * @param schemas otherwise those to read; empty for all that are not the server's own
 */
record Scope(String relative, List<String> schemas) {

    private static final List<String> SYSTEM = List.of("mysql", "information_schema", "performance_schema", "sys");

    Scope {
        schemas = List.copyOf(schemas);
    }

    boolean isRelative() {
        return !relative.isEmpty();
    }

    /**
     * A condition. Equality with one name lets MariaDB open the tables of that schema alone; the catalogue compares
     * names without case even where SHOP and shop are two schemas, so that the bytes are compared as well.
     */
    String condition(String expression) {
        if (isRelative()) {
            return "(" + expression + " = " + quote(relative) + " and (@@lower_case_table_names > 0 or cast("
                    + expression + " as binary) = " + quote(relative) + "))";
        }
        return schemas.isEmpty()
                ? expression + " not in (" + list(SYSTEM) + ")"
                : expression + " in (" + list(schemas) + ")";
    }

    /** A table of a schema whose name is given as paths carry it. */
    String identifier(String schema, String table) {
        return identifier(schema.isEmpty() ? relative : schema) + "." + identifier(table);
    }

    static String identifier(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String list(List<String> names) {
        return names.stream().map(Scope::quote).collect(Collectors.joining(", "));
    }

    /** As the fixed sql_mode of the session reads it. */
    static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
