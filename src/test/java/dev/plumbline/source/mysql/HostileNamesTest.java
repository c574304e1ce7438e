package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.HostileCarriers;
import dev.plumbline.source.HostileNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Names at every place that can hold them: they are read, written, read back, missed when they are gone, and made anew
 * by the remedy.
 */
class HostileNamesTest {

    /** In an ordinary build a name stands at every n-th place; {@code -Dplumbline.names=1} puts all at all. */
    private static final int STEP = Integer.getInteger("plumbline.names", 4);

    private static final int LONGEST_ACCOUNT = 32;

    /** Kinds for which the remedy says that it knows no statement. */
    private static final Set<String> NOT_MENDED = Set.of("event", "role");

    private static final Set<String> WITH_BODY = Set.of("event", "routine", "trigger");

    private final List<String> faults = new ArrayList<>();

    private record Placed(HostileCarriers carrier, String name, int number) {

        /** The server takes one statement at a time. */
        List<String> make() {
            return Arrays.stream(carrier.make().split("; ", -1)).map(this::fill).toList();
        }

        String take() {
            return fill(carrier.take());
        }

        private String fill(String sql) {
            String account = text(name.length() > LONGEST_ACCOUNT ? name.substring(0, LONGEST_ACCOUNT) : name);
            return HostileCarriers.fill(
                    sql.replace("$u", account.replace("$", "$$") + "@h1")
                            .replace("$g", account.replace("$", "$$") + "@h2"),
                    '`' + name.replace("`", "``") + '`',
                    text(name),
                    number);
        }

        private static String text(String name) {
            return "'" + name.replace("\\", "\\\\").replace("'", "''") + "'";
        }
    }

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void everyNameIsReadMissedAndMended(String engine, String version) throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "hostile");
        List<Placed> all = placed(engine);
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
            statement.execute("create user some_user");
            for (Placed one : all) {
                one.make().forEach(sql -> run(statement, sql));
            }
            assertThat(faults).isEmpty();
            Snapshot full = Servers.snapshot(endpoint);
            faults.addAll(HostileNames.roundTripFaults(full, Servers.KINDS));

            for (Placed one : all) {
                run(statement, one.take());
            }
            Snapshot bare = Servers.snapshot(endpoint);
            assertThat(counts(Differ.compare(full, bare).changes())).isEqualTo(expected(all));

            mend(statement, full, bare);
            Snapshot mended = Servers.snapshot(endpoint);
            changes("after the objects were made anew", full, mended);
            mend(statement, bare, mended);
            changes("after they were taken away again", bare, Servers.snapshot(endpoint));
            for (Placed one : all) {
                one.make().stream()
                        .filter(sql -> sql.startsWith("create user"))
                        .forEach(sql -> tryRun(statement, sql.replace("create", "drop")));
            }
            statement.execute("drop user some_user");
        }
        assertThat(faults).isEmpty();
    }

    private static List<Placed> placed(String engine) throws Exception {
        List<HostileCarriers> carriers =
                HostileCarriers.parse(Files.readString(Path.of("src/test/resources/cases/mysql/hostile.sql")));
        // Names are of the basic plane, end in no blank, and some kinds of objects do not tell cases apart.
        Set<String> folded = new HashSet<>();
        List<String> names = HostileNames.where(name -> name.codePoints().allMatch(c -> c < 0x10000)
                && !name.endsWith(" ")
                && folded.add(name.toLowerCase(Locale.ROOT)));
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < carriers.size(); j++) {
                boolean exact = isExact(engine, carriers.get(j), names.get(i));
                if ((i + j) % STEP == 0 && exact) {
                    placed.add(new Placed(carriers.get(j), names.get(i), i));
                }
            }
        }
        return placed;
    }

    /**
     * Whether the catalogue shows a definition as it was written. Both servers show bodies with the texts in them
     * unescaped; MySQL does so with quotes too, and shows the expression of a generated column in a wrong character set.
     */
    private static boolean isExact(String engine, HostileCarriers carrier, String name) {
        boolean mysql = engine.equals("mysql");
        if (WITH_BODY.contains(carrier.kind())) {
            return !name.contains("\\") && !(mysql && name.contains("'"));
        }
        boolean generated = carrier.make().contains(" as (");
        return !generated || !mysql || name.chars().allMatch(c -> c >= ' ' && c < 127 && c != '\\');
    }

    private static Map<String, Integer> expected(List<Placed> all) {
        return all.stream()
                .collect(Collectors.groupingBy(
                        one -> one.carrier().kind(), TreeMap::new, Collectors.summingInt(one -> 1)));
    }

    private static Map<String, Integer> counts(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.path().kind(), TreeMap::new, Collectors.summingInt(change -> 1)));
    }

    private void changes(String when, Snapshot expected, Snapshot actual) {
        for (Change change : Differ.compare(expected, actual).changes()) {
            if (!NOT_MENDED.contains(change.path().kind())) {
                faults.add(when + ": " + change);
            }
        }
    }

    private void mend(Statement statement, Snapshot expected, Snapshot actual) {
        for (Remedy.Statement one : Remedy.of(expected, actual, Differ.compare(expected, actual))) {
            if (one.known()) {
                run(statement, one.text());
            } else if (NOT_MENDED.stream().noneMatch(kind -> one.note().contains(" " + kind + ":"))) {
                faults.add(one.note());
            }
        }
    }

    private void run(Statement statement, String sql) {
        String fault = tryRun(statement, sql);
        if (!fault.isEmpty()) {
            faults.add(fault);
        }
    }

    /** The server's complaint, or nothing. */
    private static String tryRun(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage() + " in " + sql;
        }
    }
}
