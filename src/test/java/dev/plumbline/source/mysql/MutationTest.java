package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.BothWays;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every statement of a case file on a populated schema, one after the other, and compares what the diff says of
 * each with what {@code SHOW CREATE} says: the same objects changed, and no others. The changes themselves stand in the
 * case file below each statement; {@code -Dupdate=true} writes them anew. A statement marked {@code -- unseen} changes
 * what the oracle does not show; one marked {@code -- unread} what no table of the catalogue holds: it is told where
 * {@code show_create} was asked for, and is nothing without it. The file that all engines share is read without.
 */
class MutationTest {

    private static final String SCHEMA = "mutations";
    private static final int TOGETHER = 8;

    /**
     * Engine, version and case file. With
     * {@code -Dplumbline.mutations=mariadb:10.11:/tmp/mine.sql} it is files of one's own, of which some statements may be
     * refused; what the diff says of the others is written beside them, and nothing else may be told without
     * {@code show_create}. What all versions share is judged statement by
     * statement on the newest of each engine, and {@value #TOGETHER} together on the others.
     */
    static Stream<Arguments> files() {
        return byHand().isEmpty() ? usual() : byHand().stream().map(Arguments::of);
    }

    /** Those of the property. */
    static List<Object[]> byHand() {
        String text = System.getProperty("plumbline.mutations", "");
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1))
                        .map(one -> (Object[]) one.split(":", 3))
                        .toList();
    }

    private static Stream<Arguments> usual() {
        return Stream.of(
                Arguments.of("mariadb", "11.4", "mutations.sql"),
                Arguments.of("mariadb", "11.4", "mutations-mariadb.sql"),
                Arguments.of("mariadb", "11.4", "seldom-mariadb.sql"),
                Arguments.of("mysql", "8.0", "mutations-mysql8.sql"),
                Arguments.of("mysql", "8.0", "seldom-mysql8.sql"),
                Arguments.of("mysql", "5.7", "mutations.sql"),
                Arguments.of("mysql", "8.0", "mutations.sql"),
                Arguments.of("mariadb", "10.11", "mutations.sql"),
                Arguments.of("mysql", "9", "mutations.sql"),
                Arguments.of("mysql", "9", "mutations-mysql9.sql"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void diffTellsWhatTheServerTells(String engine, String version, String file) throws Exception {
        Sandbox server = Servers.server(engine, version);
        Endpoint plain = Servers.fresh(server, SCHEMA);
        Endpoint endpoint = plain.showCreate(!file.equals("mutations.sql"));
        Servers.run(endpoint, "drop user if exists mut_ann@'%', mut_bob@'%'");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Servers.run(
                endpoint,
                "insert into customer (name, email, geo) values ('a', 'a@b', st_geomfromtext('POINT(1 1)')), ('b', 'b@b', st_geomfromtext('POINT(2 2)'))",
                "insert into orders (customer_id, qty, price) values (1, 2, 3.5), (2, 3, 1)",
                "insert into parts values (1, '2019-01-01'), (2, '2024-01-01')");
        Path path = Path.of("src/test/resources/cases/mysql").resolve(file);
        List<Case> cases = Case.parse(Files.readString(path));
        List<Case> actual = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        boolean byHand = path.isAbsolute();
        boolean alone =
                byHand || !file.equals("mutations.sql") || List.of("9", "11.4").contains(version);
        List<String> waiting = new ArrayList<>();
        Case last = cases.get(cases.size() - 1);
        try (Connection oracle = Servers.connect(endpoint);
                Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
            Seen before = Seen.of(endpoint, oracle, SCHEMA);
            for (Case mutation : cases) {
                boolean unread = mutation.statement().contains("-- unread");
                Snapshot without = unread || byHand ? Servers.snapshot(plain) : before.snapshot();
                try {
                    statement.execute(mutation.statement());
                } catch (SQLException e) {
                    (byHand ? refused : faults).add(mutation.statement() + ": " + e.getMessage());
                    continue;
                }
                waiting.add(mutation.statement());
                if (!alone && waiting.size() < TOGETHER && !mutation.equals(last)) {
                    continue;
                }
                Seen after = Seen.of(endpoint, oracle, SCHEMA);
                Seen.Judgement judgement = before.judge(after);
                BothWays.agree(before.snapshot(), after.snapshot());
                actual.add(new Case(mutation.statement(), told(judgement.drift())));
                String fault = mutation.statement().contains("-- unseen") ? "" : judgement.fault();
                if (unread && !Differ.compare(without, Servers.snapshot(plain)).equal()) {
                    fault += " is read without SHOW CREATE";
                }
                if (byHand) {
                    List<String> invented = new ArrayList<>(told(Differ.compare(without, Servers.snapshot(plain))));
                    invented.removeAll(told(judgement.drift()));
                    fault += invented.isEmpty() ? "" : " without SHOW CREATE: " + invented;
                }
                if (!fault.isEmpty()) {
                    faults.add(waiting + ": " + fault);
                }
                waiting.clear();
                before = after;
            }
            // Tests of rights read the whole server, and views that are broken are not read alike by all.
            Servers.run(endpoint, "drop database " + SCHEMA);
        }
        if (byHand) {
            refused.add(Case.write(actual));
            refused.addAll(faults);
            Files.write(Path.of(file + "." + engine + version), refused);
        }
        assertThat(faults).isEmpty();
        if (byHand || !alone) {
            assertThat(actual).isNotEmpty();
            return;
        }
        if (engine.equals("mysql") && file.equals("mutations.sql")) {
            // The texts of types and defaults are MariaDB's there; the oracle has judged these too.
            assertThat(actual).hasSameSizeAs(cases);
        } else if (Boolean.getBoolean("update")) {
            Files.writeString(path, Case.write(actual));
        } else {
            assertThat(actual).isEqualTo(cases);
        }
    }

    private static List<String> told(Drift drift) {
        return drift.changes().stream().map(Change::toString).toList();
    }

    /** A statement, and the changes that the diff must tell of it. */
    record Case(String statement, List<String> changes) {

        Case {
            changes = List.copyOf(changes);
        }

        static List<Case> parse(String text) {
            List<Case> cases = new ArrayList<>();
            List<String> changes = new ArrayList<>();
            String statement = "";
            for (String line : text.split("\n", -1)) {
                if (line.startsWith("  => ")) {
                    changes.add(line.substring(5));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    if (!statement.isEmpty()) {
                        cases.add(new Case(statement, changes));
                    }
                    changes.clear();
                    statement = line;
                }
            }
            cases.add(new Case(statement, changes));
            return cases;
        }

        static String write(List<Case> cases) {
            StringBuilder out = new StringBuilder("# Statements in order, and what the diff says of each.\n");
            for (Case one : cases) {
                out.append(one.statement()).append('\n');
                one.changes().forEach(c -> out.append("  => ").append(c).append('\n'));
            }
            return out.toString();
        }
    }
}
