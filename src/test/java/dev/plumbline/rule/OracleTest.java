package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Problem;
import dev.plumbline.source.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OracleTest {

    private static final int EXPRESSIONS = 4000;

    private final Cel cel = new Cel(Shop.KINDS);
    private final Oracle oracle = new Oracle(cel);
    private final List<Node> tables = Shop.world().targets().get(0).nodes("table");

    @Test
    void compiledExpressionsAgreeWithGooglesRuntime() {
        ExpressionMaker maker = new ExpressionMaker(20261122);
        List<String> differences = new ArrayList<>();
        int errors = 0;
        int values = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String text = maker.next();
            List<Problem> problems = new ArrayList<>();
            Optional<Expression> expression = cel.compile(
                    text, new Cel.Scope("table", Map.of()), offset -> new Yaml.Place(text, 1, offset + 1), problems);
            if (expression.isEmpty()) {
                differences.add("does not compile: " + problems);
                continue;
            }
            Node table = tables.get(i % tables.size());
            String own = Oracle.own(expression.get(), table);
            String expected = oracle.eval(expression.get(), table, Map.of());
            if (own.startsWith("error")) {
                errors++;
            } else {
                values++;
            }
            if (!Oracle.agree(own, expected)) {
                differences.add(text + "\n  on " + table + "\n  ours   " + own + "\n  theirs " + expected);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(errors).as("expressions that end in an error").isGreaterThan(EXPRESSIONS / 20);
        assertThat(values).as("expressions that have a value").isGreaterThan(EXPRESSIONS / 3);
    }

    @Test
    void shippedRulesAgreeWithGooglesRuntimeOnTheirExamples() {
        RuleBook book = RuleBook.load(List.of(new PackPlace(Path.of("rules"))), RuleSettings.NONE, Catalog.allKinds());
        Oracle rulesOracle = new Oracle(book.cel());
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Rule rule : book.rules()) {
            CompiledRule compiled = book.compiled(rule.id());
            for (Example example : compiled.examples()) {
                World world = new World(example.project(), example.now());
                for (World.View view : Judge.views(compiled, world)) {
                    List<Node> nodes = RuleLoader.isWhole(rule.kind()) ? List.of(view.node()) : view.nodes(rule.kind());
                    for (Node node : nodes) {
                        for (Expression expression : compiled.expressions()) {
                            String own = Oracle.own(expression, node);
                            String theirs = rulesOracle.eval(expression, node, rule.parameters());
                            compared++;
                            if (!Oracle.agree(own, theirs)) {
                                differences.add(rule.id() + " at " + example.place() + ": " + expression.text()
                                        + "\n  on " + node + "\n  ours   " + own + "\n  theirs " + theirs);
                            }
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(book.rules().size() * 3);
    }
}
