package dev.plumbline.rule;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.Snapshot;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many evaluations a second over 10,000 tables of 12 columns; two processors do twice as many. No test: a figure
 * depends on the machine and on what else it does. Run {@code main} with the class path of the tests.
 */
final class RuleSpeed {

    private static final int TABLES = 10_000;
    private static final int COLUMNS = 12;
    private static final int PASSES = 15;
    private static final int ROUNDS = 20;

    private static final List<String> EXPRESSIONS = List.of(
            "table.name.matches('^[a-z_]+$') && table.columns.exists(c, c.name == 'id')",
            "table.table_kind == 'table' && table.columns.size() > 3",
            "table.columns.all(c, c.type != '' && c.nullable)",
            "snake_case(table.name) && !reserved(table.name)");

    private RuleSpeed() {}

    public static void main(String[] arguments) {
        Cel cel = new Cel(Shop.KINDS);
        World world = new World(project(), Shop.NOW);
        List<Node> tables = world.targets().get(0).nodes("table");
        for (String text : EXPRESSIONS) {
            List<Problem> problems = new ArrayList<>();
            Expression expression = cel.condition(
                            text, new Cel.Scope("table", Map.of()), o -> new Yaml.Place("", 1, o), problems)
                    .orElseThrow();
            double[] rates = new double[PASSES];
            for (int pass = 0; pass < PASSES; pass++) {
                long start = threadNanos();
                int held = evaluate(expression, tables, ROUNDS);
                rates[pass] = TABLES * (double) ROUNDS / (threadNanos() - start) * 1e9;
                if (held < 0) {
                    throw new IllegalStateException();
                }
            }
            Arrays.sort(rates);
            System.out.printf("%,12.0f evaluations a second of one processor  %s%n", rates[PASSES / 2], text);
        }
    }

    /** Time of the processor, not of the clock, since a machine does other things too. */
    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int evaluate(Expression expression, List<Node> tables, int rounds) {
        int held = 0;
        Frame frame = expression.frame(tables.get(0));
        for (int round = 0; round < rounds; round++) {
            for (Node table : tables) {
                held += expression.code().test(frame.on(table)) ? 1 : 0;
            }
        }
        return held;
    }

    private static Project project() {
        List<Fact> facts = new ArrayList<>();
        for (int t = 0; t < TABLES; t++) {
            String name = "orders_" + letters(t) + (t % 7 == 0 ? "X" : "_line");
            facts.add(Fact.of(Shop.TABLE, FactPath.of("table", "public", name), Map.of("owner", "app")));
            for (long c = 1; c <= COLUMNS; c++) {
                facts.add(Fact.of(
                        Shop.COLUMN,
                        FactPath.of("column", "public", name, c == 6 ? "id" : "column_" + c),
                        Map.of("position", c, "type", "integer")));
            }
        }
        Snapshot snapshot = Shop.snapshot("postgresql", facts);
        return new Project(
                "speed",
                List.of(new Project.Target("main", "17", snapshot, Optional.empty(), Map.of())),
                new Snapshot("project", Shop.KINDS, List.of(), Coverage.NONE),
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
