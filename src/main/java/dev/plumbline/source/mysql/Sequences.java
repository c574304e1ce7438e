package dev.plumbline.source.mysql;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * MariaDB's sequences. Before 11.7 no catalogue tells their properties: each is a table of one row, so one statement
 * is made that reads all these rows.
 *
 * @param names schema, as facts have it, and name of each
 * @param query yields a row for each of them
 * @param leftOut whether some may be missing, because another session locks a table
 */
record Sequences(Set<List<String>> names, String query, boolean leftOut) {

    private static final String NONE =
            "select null as `schema`, null as sequence, null as start_value, null as increment,"
                    + " null as minimum_value, null as maximum_value, null as cache_size, null as cycle_option, null as engine, null as comment"
                    + " from dual where false";

    static Sequences list(Session session, Scope scope) throws SQLException {
        if (!session.version().matches("mariadb")) {
            return new Sequences(Set.of(), NONE, false);
        }
        // No identifier holds the character 0.
        String text = "select concat_ws(char(0 using utf8mb4), t.table_schema, t.table_name, t.engine, t.table_comment)"
                + " from information_schema.tables t where "
                + scope.condition("t.table_schema") + " and t.table_type = 'SEQUENCE'";
        Set<List<String>> names = new HashSet<>();
        StringBuilder query = new StringBuilder();
        List<String> rows = session.rows("sequences", text);
        boolean leftOut = session.leftOut();
        if (leftOut) {
            session.stopWaiting();
        }
        for (String row : rows.stream().sorted().toList()) {
            String[] parts = row.split("\0", 4);
            String schema = parts[0];
            String name = parts[1];
            String shown = schema.equals(scope.relative()) ? "" : schema;
            names.add(List.of(shown, name));
            query.append(query.isEmpty() ? "" : "\nunion all ")
                    .append("select ")
                    .append(Scope.quote(shown))
                    .append(" as `schema`, ")
                    .append(Scope.quote(name))
                    .append(" as sequence, start_value, increment, minimum_value, maximum_value,")
                    .append(" cache_size, cycle_option, ")
                    .append(Scope.quote(parts[2]))
                    .append(" as engine, ")
                    .append(Scope.quote(parts[3]))
                    .append(" as comment from ")
                    .append(List.of(schema, name).stream()
                            .map(Scope::identifier)
                            .collect(Collectors.joining(".")));
        }
        return new Sequences(names, query.isEmpty() ? NONE : query.toString(), leftOut);
    }

    /** Whether a column or key belongs to a sequence's inside. */
    boolean hides(List<String> table) {
        return names.contains(table);
    }
}
