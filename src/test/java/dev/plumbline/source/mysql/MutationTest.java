package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.FactPath;
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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every statement of a case file on a populated schema, one after the other, and compares what the diff says of
 * each with what {@code SHOW CREATE} says: the same objects changed, and no others. The changes themselves stand in the
 * case file below each statement; {@code -Dupdate=true} writes them anew. A statement marked {@code -- unseen} changes
 * what the oracle does not show; one marked {@code -- unread} what no table of the catalogue holds, as the query file of
 * the kind says.
 */
class MutationTest {

    private static final String SCHEMA = "mutations";

    /** Engine, version and case file; what MySQL knows since 8.0.16 is tested on a server of one's own. */
    static Stream<Arguments> files() {
        Stream<Arguments> embedded = Stream.of(
                Arguments.of("mariadb", "11.4", "mutations.sql"),
                Arguments.of("mariadb", "11.4", "mutations-mariadb.sql"),
                Arguments.of("mariadb", "11.4", "seldom-mariadb.sql"),
                Arguments.of("mysql", "8.0", "mutations.sql"),
                Arguments.of("mysql", "8.0", "mutations-mysql8.sql"),
                Arguments.of("mysql", "8.0", "seldom-mysql8.sql"));
        Stream<Arguments> own = Stream.of(
                Arguments.of("mysql", "8.0", "mutations.sql"), Arguments.of("mysql", "8.0", "mutations-mysql9.sql"));
        return OwnServer.find().isPresent() ? own : embedded;
    }

    @ParameterizedTest
    @MethodSource("files")
    void diffTellsWhatTheServerTells(String engine, String version, String file) throws Exception {
        Sandbox server = Servers.server(engine, version);
        Endpoint endpoint = Servers.fresh(server, SCHEMA);
        Servers.run(endpoint, "drop user if exists mut_ann@'%', mut_bob@'%'");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Servers.run(
                endpoint,
                "insert into customer (name, email, geo) values ('a', 'a@b', st_geomfromtext('POINT(1 1)')), ('b', 'b@b', st_geomfromtext('POINT(2 2)'))",
                "insert into orders (customer_id, qty, price) values (1, 2, 3.5), (2, 3, 1)",
                "insert into parts values (1, '2019-01-01'), (2, '2024-01-01')");
        Path path = Path.of("src/test/resources/cases/mysql", file);
        List<Case> cases = Case.parse(Files.readString(path));
        List<Case> actual = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        try (Connection oracle = Servers.connect(endpoint);
                Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
            Snapshot before = Servers.snapshot(endpoint);
            Map<String, String> textsBefore = ShowCreate.of(oracle, SCHEMA);
            for (Case mutation : cases) {
                try {
                    statement.execute(mutation.statement());
                } catch (SQLException e) {
                    faults.add(mutation.statement() + ": " + e.getMessage());
                    continue;
                }
                Snapshot after = Servers.snapshot(endpoint);
                Map<String, String> textsAfter = ShowCreate.of(oracle, SCHEMA);
                Drift drift = Differ.compare(before, after);
                actual.add(new Case(
                        mutation.statement(),
                        drift.changes().stream().map(Change::toString).toList()));
                compare(mutation, drift, before, after, textsBefore, textsAfter, faults);
                before = after;
                textsBefore = textsAfter;
            }
        }
        assertThat(faults).isEmpty();
        if (engine.equals("mysql") && file.equals("mutations.sql")) {
            // The texts of types and defaults are MariaDB's there; the oracle has judged these too.
            assertThat(actual).hasSameSizeAs(cases);
        } else if (Boolean.getBoolean("update")) {
            Files.writeString(path, Case.write(actual));
        } else {
            assertThat(actual).isEqualTo(cases);
        }
    }

    private static void compare(
            Case mutation,
            Drift drift,
            Snapshot before,
            Snapshot after,
            Map<String, String> textsBefore,
            Map<String, String> textsAfter,
            List<String> faults) {
        Set<String> theirs = new TreeSet<>(textsBefore.keySet());
        theirs.addAll(textsAfter.keySet());
        theirs.removeIf(object -> textsBefore.getOrDefault(object, "").equals(textsAfter.getOrDefault(object, "")));
        Set<String> ours = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        for (Change change : drift.changes()) {
            ours.add(object(change.path(), before, after));
            change.from().ifPresent(from -> ours.add(object(from, before, after)));
            if (change.path().kind().equals("table") && change.attribute().isEmpty()) {
                gone.add(change.path().name());
                change.from().ifPresent(from -> gone.add(from.name()));
            }
        }
        // A table takes its triggers with it, as parts of the one change.
        theirs.removeIf(object -> object.startsWith("trigger ")
                && triggers(before, after, gone).contains(object.substring("trigger ".length())));
        if (!drift.uncompared().isEmpty()) {
            faults.add(mutation.statement() + ": not compared " + drift.uncompared());
        }
        if (mutation.statement().contains("-- unread")) {
            if (theirs.isEmpty() || !ours.isEmpty()) {
                faults.add(mutation.statement() + ": is read");
            }
        } else if (!ours.equals(theirs) && !mutation.statement().contains("-- unseen")) {
            faults.add(mutation.statement() + ": the server says " + theirs + " changed, the diff says "
                    + drift.changes() + texts(theirs, textsBefore, textsAfter));
        }
    }

    private static String texts(Set<String> objects, Map<String, String> before, Map<String, String> after) {
        return objects.stream()
                .map(o -> "\n" + before.get(o) + "\n-> " + after.get(o))
                .collect(Collectors.joining());
    }

    private static Set<String> triggers(Snapshot before, Snapshot after, Set<String> tables) {
        Set<String> names = new TreeSet<>();
        for (Snapshot snapshot : List.of(before, after)) {
            snapshot.facts("trigger").stream()
                    .filter(f -> tables.contains(f.path().names().get(1)))
                    .forEach(f -> names.add(f.name()));
        }
        return names;
    }

    /** The object for which the server has a text of its own. */
    private static String object(FactPath path, Snapshot before, Snapshot after) {
        List<String> names = path.names();
        return switch (path.kind()) {
            case "schema" -> "schema";
            case "role" -> "account " + names.get(0).replaceFirst("@.*", "");
            case "grant" -> "account " + path.name().replaceFirst("@.*", "");
            case "trigger", "view", "sequence", "event" -> path.kind() + " " + path.name();
            case "routine" -> "routine " + path.name().replaceFirst("/.*", "");
            default -> {
                FactPath view = FactPath.of("view", "", names.get(1));
                boolean isView =
                        before.find(view).isPresent() || after.find(view).isPresent();
                yield (isView ? "view " : "table ") + names.get(1);
            }
        };
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
