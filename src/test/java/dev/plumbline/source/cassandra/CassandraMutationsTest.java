package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.plumbline.drift.BothWays;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes a live schema statement by statement, and holds our drift against the server's own description of the
 * schema: what DESCRIBE and LIST show to have changed is reported, as the case file says, and nothing else is, object by
 * object of the keyspace that most of them are about.
 *
 * <p>A case file holds statements, each followed by the indented changes it makes; {@code nothing} for none,
 * {@code alike} for another spelling of the same, {@code unseen} for what DESCRIBE does not show, {@code refused} for
 * what the server does not do. {@code -Dupdate=true} rewrites them; {@code -Dplumbline.cases=FOLDER} takes other ones,
 * {@code -Dplumbline.versions=4.1} another version.
 */
class CassandraMutationsTest {

    private static final Path CASES =
            Path.of(System.getProperty("plumbline.cases", "src/test/resources/cases/cassandra/mutations"));

    /** Files whose names end in a version are for it and later ones. */
    private static final String NEWEST = "5.0";

    private static final String VERSION = System.getProperty("plumbline.versions", NEWEST);
    private static final String KEYSPACE = "shop";
    private static final String INDENT = "    ";
    private static final String NOTHING = "nothing";
    private static final String ALIKE = "alike";
    private static final String UNSEEN = "unseen: ";

    private static final List<String> DESCRIPTION = List.of(
            "DESCRIBE SCHEMA",
            "DESCRIBE KEYSPACE system_auth",
            "DESCRIBE KEYSPACE system_distributed",
            "DESCRIBE KEYSPACE system_traces",
            "LIST ROLES",
            "LIST ROLES OF app",
            "LIST ROLES OF readers",
            "LIST ALL PERMISSIONS");

    private static Cluster cluster;

    /** Each so many changes the snapshots go through folders, and are compared with their texts, too. */
    private static final int FOLDERS = 8;

    @TempDir
    private static Path folder;

    private int mutations;
    private Snapshot snapshot;
    private String description;
    private Described objects;

    private record Step(String statement, List<String> expected) {}

    @BeforeAll
    static void start() {
        cluster = Cluster.shared(VERSION);
        cluster.run(Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop"));
        cluster.run("""
                CREATE ROLE app WITH LOGIN = true AND PASSWORD = 'secret';
                CREATE ROLE readers;
                GRANT readers TO app;
                """);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @TestFactory
    Stream<DynamicContainer> driftIsWhatTheServerSaysHasChanged() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files
                    .filter(file -> VERSION.equals(NEWEST) || !file.toString().contains("-" + NEWEST))
                    .sorted()
                    .toList()
                    .stream()
                    .map(this::file);
        }
    }

    private DynamicContainer file(Path file) {
        List<Step> steps = steps(file);
        List<Step> actual = new ArrayList<>();
        Stream<DynamicTest> tests = IntStream.range(0, steps.size()).mapToObj(i -> {
            Step step = steps.get(i);
            return DynamicTest.dynamicTest(step.statement(), () -> {
                List<String> changes = changes(step.statement());
                actual.add(new Step(step.statement(), changes));
                if (Boolean.getBoolean("update") && i == steps.size() - 1) {
                    rewrite(file, actual);
                }
                if (!Boolean.getBoolean("update")) {
                    assertThat(changes).isEqualTo(step.expected());
                }
            });
        });
        return DynamicContainer.dynamicContainer(file.getFileName().toString(), tests);
    }

    private List<String> changes(String statements) {
        if (snapshot == null) {
            List<Row> shown = describe().get();
            description = text(shown);
            objects = Described.of(shown, KEYSPACE);
            snapshot = cluster.readAgain();
        }
        Snapshot before = snapshot;
        String described = description;
        String refusal = refusal(statements);
        Described objectsBefore = objects;
        Supplier<List<Row>> shownNow = describe();
        snapshot = cluster.readAgain();
        description = text(shownNow.get());
        objects = Described.of(shownNow.get(), KEYSPACE);
        Drift drift = Differ.compare(before, snapshot);
        assertThat(drift.uncompared()).isEmpty();
        if (!snapshot.digest().equals(before.digest())) {
            textSaysTheSame(snapshot);
        }
        if (mutations++ % FOLDERS == 0) {
            BothWays.agree(before, snapshot);
        }
        assertThat(Differ.compare(snapshot, before).changes()).hasSameSizeAs(drift.changes());
        boolean shown = !described.equals(description);
        List<String> changes = Stream.concat(
                        drift.changes().stream().map(CassandraMutationsTest::line),
                        shown ? faults(objectsBefore, objects, drift, before, snapshot) : Stream.of())
                .toList();
        if (!refusal.isEmpty() && changes.isEmpty()) {
            return List.of(refusal);
        }
        if (changes.isEmpty()) {
            return List.of(shown ? ALIKE : NOTHING);
        }
        return shown ? changes : changes.stream().map(line -> UNSEEN + line).toList();
    }

    private static void textSaysTheSame(Snapshot snapshot) {
        Path file = folder.resolve("snapshot.txt");
        try (Writer out = Files.newBufferedWriter(file)) {
            snapshot.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(Snapshot.read(file, snapshot.kinds()).digest()).isEqualTo(snapshot.digest());
    }

    private static String refusal(String statements) {
        try {
            cluster.run(statements.replace("; ", ";\n"));
            return "";
        } catch (DriverException e) {
            return ("refused: " + e.getMessage()).replace("\n", "\\n");
        }
    }

    private static String line(Change change) {
        String values = change.attribute().isEmpty() ? "" : ": " + change.before() + " -> " + change.after();
        return (change.type().word() + " " + change.path() + " " + change.attribute() + values)
                .strip()
                .replace("\n", "\\n");
    }

    /** What the server says of everything that users can change; asked for now, waited for when it is needed. */
    private static Supplier<List<Row>> describe() {
        List<Row> rows = new ArrayList<>();
        Supplier<List<Row>> answers = cluster.askAll(DESCRIPTION);
        return () -> {
            if (rows.isEmpty()) {
                rows.addAll(answers.get());
            }
            return rows;
        };
    }

    private static String text(List<Row> shown) {
        return shown.stream().map(Row::getFormattedContents).sorted().collect(Collectors.joining("\n"));
    }

    /** The objects of one keyspace that are said to differ and are not shown so, or the other way round. */
    private static Stream<String> faults(Described before, Described after, Drift drift, Snapshot one, Snapshot other) {
        List<Change> within = drift.changes().stream()
                .filter(change -> change.path().names().get(0).equals(KEYSPACE))
                .toList();
        Set<String> touched = Described.touched(within, one, other).stream()
                .map(object -> Described.object(object.split(" ", 2)[0], object.split(" ", 2)[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unlike = before.unlike(after);
        return Stream.concat(
                unlike.stream().filter(o -> !touched.contains(o)).map(o -> "missed: " + o),
                touched.stream().filter(o -> !unlike.contains(o)).map(o -> "invented: " + o));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Step> steps(Path file) {
        List<Step> steps = new ArrayList<>();
        String text = read(file);
        for (String block : text.split("\n\n+", -1)) {
            List<String> lines = Arrays.stream(block.split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            List<String> expected = lines.stream()
                    .filter(line -> line.startsWith(INDENT))
                    .map(String::strip)
                    .toList();
            String statement =
                    lines.stream().filter(line -> !line.startsWith(INDENT)).collect(Collectors.joining("\n"));
            if (!statement.isEmpty()) {
                steps.add(new Step(statement, expected));
            }
        }
        return steps;
    }

    private static void rewrite(Path file, List<Step> steps) throws IOException {
        String about = Files.readString(file, StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("#");
        StringBuilder out = new StringBuilder(about).append('\n');
        for (Step step : steps) {
            out.append('\n').append(step.statement()).append('\n');
            step.expected().forEach(line -> out.append(INDENT).append(line).append('\n'));
        }
        Files.writeString(file, out, StandardCharsets.UTF_8);
    }
}
