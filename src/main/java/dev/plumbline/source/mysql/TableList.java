package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * What MariaDB's list of tables has beyond tables: sequences and views. Before 11.7 no catalogue tells the properties
 * of sequences: each is a table of one row, so one statement is made that reads all these rows. The table of views
 * leaves out one that another session locks, and in contrast to all other tables does not warn.
 *
 * @param sequences schema, as facts have it, and name of each
 * @param views the same of views
 * @param query yields a row for each of the sequences
 * @param leftOut whether some may be missing, because another session locks a table
 */
record TableList(Set<List<String>> sequences, Set<List<String>> views, String query, boolean leftOut) {

    private static final long PAUSE_NANOS = 200_000_000;

    private static final String NONE =
            "select null as `schema`, null as sequence, null as start_value, null as increment,"
                    + " null as minimum_value, null as maximum_value, null as cache_size, null as cycle_option, null as engine, null as comment"
                    + " from dual where false";

    TableList {
        sequences = Set.copyOf(sequences);
        views = Set.copyOf(views);
    }

    /**
     * Waits together no longer than once for all tables that others lock, where the server would wait for each of them.
     *
     * @param lockMillis how long that is
     */
    static TableList read(Session session, Scope scope, int lockMillis) throws SQLException {
        if (!session.version().matches("mariadb")) {
            return new TableList(Set.of(), Set.of(), NONE, false);
        }
        // No identifier holds the character 0.
        String text =
                "set statement lock_wait_timeout = 0 for select concat_ws(char(0 using utf8mb4), t.table_type, t.table_schema, t.table_name,"
                        + " coalesce(t.engine, ''), t.table_comment) from information_schema.tables t where "
                        + scope.condition("t.table_schema") + " and t.table_type in ('SEQUENCE', 'VIEW')";
        Set<List<String>> sequences = new HashSet<>();
        Set<List<String>> views = new HashSet<>();
        StringBuilder query = new StringBuilder();
        List<String> rows = rows(session, text, lockMillis);
        boolean leftOut = session.leftOut();
        if (leftOut) {
            session.stopWaiting();
        }
        for (String row : rows.stream().sorted().toList()) {
            String[] parts = row.split("\0", 5);
            String schema = parts[1];
            String name = parts[2];
            String shown = schema.equals(scope.relative()) ? "" : schema;
            if (parts[0].equals("VIEW")) {
                views.add(List.of(shown, name));
                continue;
            }
            sequences.add(List.of(shown, name));
            query.append(query.isEmpty() ? "" : "\nunion all ")
                    .append("select ")
                    .append(Scope.quote(shown))
                    .append(" as `schema`, ")
                    .append(Scope.quote(name))
                    .append(" as sequence, start_value, increment, minimum_value, maximum_value,")
                    .append(" cache_size, cycle_option, ")
                    .append(Scope.quote(parts[3]))
                    .append(" as engine, ")
                    .append(Scope.quote(parts[4]))
                    .append(" as comment from ")
                    .append(List.of(schema, name).stream()
                            .map(Scope::identifier)
                            .collect(Collectors.joining(".")));
        }
        return new TableList(sequences, views, query.isEmpty() ? NONE : query.toString(), leftOut);
    }

    private static List<String> rows(Session session, String text, int lockMillis) throws SQLException {
        long end = System.nanoTime() + lockMillis * 1_000_000L;
        List<String> rows = session.rows("sequences", text);
        while (session.leftOut() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
            rows = session.rows("sequences", text);
        }
        return rows;
    }

    /** Whether a column or key belongs to a sequence's inside. */
    boolean hides(List<String> table) {
        return sequences.contains(table);
    }

    /** Whether the table of views may have left some out, because another session locked them. */
    boolean lacksViews(List<Fact> facts) {
        Set<List<String>> seen =
                Facts.of(facts, "view").map(view -> view.path().names()).collect(Collectors.toSet());
        return leftOut || !seen.containsAll(views);
    }
}
