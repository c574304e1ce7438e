package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.HostileCarriers;
import dev.plumbline.source.HostileNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every name at every place that can hold it: it is read, written, read back, missed when it is gone, and made anew by
 * the remedy. All happens in one transaction that is undone, for roles are of the whole server.
 */
class HostileNamesTest {

    private static final Pattern SCHEMA = Pattern.compile("\\b(h[a-z]*)\\.");

    /** More objects than this hold more locks than one transaction can. */
    private static final int AT_A_TIME = 25;

    /** Kinds for which the remedy says that it knows no statement. */
    private static final Set<String> NOT_MENDED = Set.of(
            "collation",
            "event_trigger",
            "foreign_data_wrapper",
            "foreign_server",
            "publication",
            "statistics",
            "text_search_configuration");

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyNameIsReadMissedAndMended() throws Exception {
        List<HostileCarriers> carriers = HostileCarriers.parse(Servers.resource("hostile.sql"));
        List<String> names = HostileNames.where(name -> name.getBytes(StandardCharsets.UTF_8).length <= 63);
        Endpoint endpoint = Servers.database("17", "empty.sql");
        for (int from = 0; from < names.size(); from += AT_A_TIME) {
            List<String> some = names.subList(from, Math.min(names.size(), from + AT_A_TIME));
            try (Connection connection = Servers.connect(endpoint)) {
                connection.setAutoCommit(false);
                judge(connection, endpoint, carriers, some);
                connection.rollback();
            }
        }
        assertThat(faults).isEmpty();
    }

    private void judge(Connection connection, Endpoint endpoint, List<HostileCarriers> carriers, List<String> names)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ground(carriers));
            run(statement, carriers, HostileCarriers::make, names);
            Snapshot full = read(connection, endpoint);
            assertThat(full.coverage().kinds().values()).containsOnly(Coverage.Entry.READ);
            faults.addAll(HostileNames.roundTripFaults(full, Servers.KINDS));

            run(statement, carriers, HostileCarriers::take, names);
            Snapshot bare = read(connection, endpoint);
            assertThat(counts(Differ.compare(full, bare).changes()))
                    .isEqualTo(carriers.stream()
                            .collect(Collectors.groupingBy(
                                    HostileCarriers::kind,
                                    TreeMap::new,
                                    Collectors.summingInt(carrier -> names.size()))));

            mend(statement, full, bare);
            Snapshot mended = read(connection, endpoint);
            changes("after the objects were made anew", full, mended);
            mend(statement, bare, mended);
            changes("after they were taken away again", bare, read(connection, endpoint));
        }
    }

    private void run(
            Statement statement,
            List<HostileCarriers> carriers,
            Function<HostileCarriers, String> what,
            List<String> names)
            throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            for (HostileCarriers carrier : carriers) {
                run(statement, fill(what.apply(carrier), names.get(i), i));
            }
        }
    }

    private void changes(String when, Snapshot expected, Snapshot actual) {
        for (Change change : Differ.compare(expected, actual).changes()) {
            if (change.type() != Change.Type.MISSING
                    || !NOT_MENDED.contains(change.path().kind())) {
                faults.add(when + ": " + change);
            }
        }
    }

    private static Map<String, Integer> counts(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.path().kind(), TreeMap::new, Collectors.summingInt(change -> 1)));
    }

    private void mend(Statement statement, Snapshot expected, Snapshot actual) throws SQLException {
        for (Remedy.Statement one : Remedy.of(expected, actual, Differ.compare(expected, actual))) {
            if (one.known()) {
                run(statement, one.text());
            } else if (NOT_MENDED.stream().noneMatch(kind -> one.note().contains(" missing " + kind + ":"))) {
                faults.add(one.note());
            }
        }
    }

    private void run(Statement statement, String sql) throws SQLException {
        statement.execute("savepoint one");
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            statement.execute("rollback to savepoint one");
            faults.add(e.getMessage() + " in " + sql);
        }
        statement.execute("release savepoint one");
    }

    private static Snapshot read(Connection connection, Endpoint endpoint) throws SQLException {
        return new PostgresSource(endpoint, Servers.KINDS)
                .read(Session.within(connection, endpoint), new Scope(Optional.empty(), List.of()))
                .snapshot();
    }

    /** The schemas that the case file speaks of, and what its statements refer to. */
    private static String ground(List<HostileCarriers> carriers) {
        String schemas = carriers.stream()
                .flatMap(carrier -> SCHEMA.matcher(carrier.make()).results().map(match -> match.group(1)))
                .distinct()
                .map(schema -> "create schema " + schema + ";")
                .collect(Collectors.joining());
        return schemas
                + "create table public.base (id int primary key);"
                + "create role some_role;"
                + "create foreign data wrapper wrap;"
                + "create function public.act() returns trigger language plpgsql as 'begin return new; end';"
                + "create function public.watch() returns event_trigger language plpgsql as 'begin end';";
    }

    private static String fill(String sql, String name, int number) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        String literal = "E'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
        return HostileCarriers.fill(sql, quoted, literal, number);
    }
}
