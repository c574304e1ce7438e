package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Evaluations a second over 10,000 tables of 12 columns: of single expressions on two threads, and of all rules for
 * PostgreSQL as an audit runs them.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
public class RuleBench {

    private static final int TABLES = 10_000;
    private static final int COLUMNS = 12;

    /** The database, read once. */
    @State(Scope.Benchmark)
    public static class Database {

        private final Kinds kinds = Catalog.allKinds();
        private final Project project = project(kinds);
        private final World world = new World(project, Instant.EPOCH);
        private final List<Node> tables = world.targets().get(0).nodes("table");
    }

    /** One expression, compiled. */
    @State(Scope.Thread)
    public static class Compiled {

        @Param({
            "table.name.matches('^[a-z_]+$') && table.columns.exists(c, c.name == 'id')",
            "table.table_kind == 'table' && table.columns.size() > 3",
            "table.columns.all(c, c.type != '' && c.nullable)",
            "snake_case(table.name) && !reserved(table.name)"
        })
        private String text = "";

        private Optional<Expression> expression = Optional.empty();

        /** Compiles it. */
        @Setup
        public void compile(Database database) {
            expression = new Cel(database.kinds)
                    .condition(
                            text,
                            new Cel.Scope("table", Map.of()),
                            offset -> new Yaml.Place("", 1, offset),
                            new ArrayList<>());
        }
    }

    /** Every rule that is about something in such a database, loaded from the folder {@code rules}. */
    @State(Scope.Benchmark)
    public static class Rules {

        private Optional<RuleBook> book = Optional.empty();

        /** Loads them. */
        @Setup
        public void load(Database database) {
            Path folder = Path.of(System.getProperty("rules", "rules"));
            book = Optional.of(RuleBook.load(List.of(new PackPlace(folder)), RuleSettings.NONE, database.kinds));
        }

        /** How many facts a run judged, not counting those a rule is not about. */
        long judged(Database database) {
            return book.orElseThrow().judge(database.project, Instant.EPOCH).stream()
                    .mapToLong(j -> j.evidence().facts())
                    .sum();
        }
    }

    /** One operation is one expression on one table. */
    @Benchmark
    @Threads(2)
    @OperationsPerInvocation(TABLES)
    public int expression(Database database, Compiled compiled) {
        Expression expression = compiled.expression.orElseThrow();
        Frame frame = expression.frame(database.tables.get(0));
        int held = 0;
        for (Node table : database.tables) {
            held += expression.code().test(frame.on(table)) ? 1 : 0;
        }
        return held;
    }

    /** One operation is all rules on the whole database; what an audit does after it has read. */
    @Benchmark
    public long audit(Database database, Rules rules) {
        return rules.judged(database);
    }

    private static Project project(Kinds kinds) {
        List<Fact> facts = new ArrayList<>();
        for (int t = 0; t < TABLES; t++) {
            String name = "orders_" + letters(t) + (t % 7 == 0 ? "X" : "_line");
            facts.add(Fact.of(kinds.get("table"), FactPath.of("table", "public", name), Map.of("owner", "app")));
            for (long c = 1; c <= COLUMNS; c++) {
                facts.add(Fact.of(
                        kinds.get("column"),
                        FactPath.of("column", "public", name, c == 6 ? "id" : "column_" + c),
                        Map.of("position", c, "type", "integer")));
            }
        }
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        kinds.all().forEach(k -> coverage.put(k.name(), Coverage.Entry.READ));
        Snapshot snapshot = new Snapshot("postgresql", kinds, facts, Coverage.of(coverage));
        return new Project(
                "bench",
                List.of(new Project.Target("main", "17", snapshot, Optional.empty(), Map.of())),
                new Snapshot("project", kinds, List.of(), Coverage.NONE),
                Map.of());
    }

    private static String letters(int number) {
        StringBuilder text = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
            text.append((char) ('a' + rest % 26));
        }
        return text.toString();
    }
}
