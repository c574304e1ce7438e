package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CassandraVersionsTest {

    private static final Pattern GUARDRAIL = Pattern.compile(
            "(?!gc_).*_(?:warn_threshold|warning_threshold|fail_threshold|failure_threshold|warned|ignored|disallowed)");

    private static final Set<String> VERSION_FACTS = Set.of("server", "setting", "datacenter");

    /** Of what an aggregate starts with, 4.1 keeps no quotes around times and addresses. */
    private static final String AGGREGATES = """

            CREATE FUNCTION shop.first_of (s timestamp, v int) CALLED ON NULL INPUT RETURNS timestamp LANGUAGE java AS 'return s;';
            CREATE AGGREGATE shop.since (int) SFUNC first_of STYPE timestamp INITCOND '2020-01-01';
            CREATE FUNCTION shop.log (s map<inet, frozen<list<frozen<tuple<date, text, time>>>>>, v int) CALLED ON NULL INPUT RETURNS map<inet, frozen<list<frozen<tuple<date, text, time>>>>> LANGUAGE java AS 'return s;';
            CREATE AGGREGATE shop.logged (int) SFUNC log STYPE map<inet, frozen<list<frozen<tuple<date, text, time>>>>> INITCOND {'10.0.0.1': [('2020-01-01', 'x, (y: ', '01:02:03'), (null, '[', null)], '::1': []};
            CREATE TYPE shop.visit (day date, at inet, who text);
            CREATE FUNCTION shop.next (s visit, v int) CALLED ON NULL INPUT RETURNS visit LANGUAGE java AS 'return s;';
            CREATE AGGREGATE shop.visits (int) SFUNC next STYPE visit INITCOND {day: '2020-01-01', at: '10.0.0.1', who: 'a, b: c'};
            """;

    @Test
    void sameSchemaOnTwoVersionsDiffersInVersionFactsOnly() {
        String shop = Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop") + AGGREGATES;
        Snapshot older = snapshot("4.1", shop);
        Snapshot newer = snapshot("5.0", shop);
        assertThat(newer.facts("table")).hasSize(6);
        assertThat(Differ.compare(older, newer).changes())
                .filteredOn(change -> !VERSION_FACTS.contains(change.path().kind()))
                .extracting(Change::toString)
                .isEmpty();
        assertThat(older.facts("routine"))
                .extracting(routine -> routine.get("initial_condition"))
                .contains(
                        "'2020-01-01T00:00:00.000Z'",
                        "{'0:0:0:0:0:0:0:1': [], '10.0.0.1': [('2020-01-01', 'x, (y: ',"
                                + " '01:02:03.000000000'), (null, '[', null)]}",
                        "{day: '2020-01-01', at: '10.0.0.1', who: 'a, b: c'}");
        assertThat(Differ.compare(older, newer).changes())
                .extracting(Change::toString)
                .anyMatch(change -> change.startsWith("changed server:server version"));
    }

    /** Limits from which the server warns or refuses have names of their own kind; new ones come with releases. */
    @ParameterizedTest
    @ValueSource(strings = {"4.1", "5.0"})
    void everyGuardrailIsRead(String version) {
        try (Cluster cluster = Cluster.shared(version)) {
            List<String> guardrails = cluster.ask("SELECT name FROM system_views.settings").stream()
                    .map(row -> String.valueOf(row.getString("name")))
                    .filter(GUARDRAIL.asMatchPredicate())
                    .toList();
            assertThat(guardrails).hasSizeGreaterThan(40);
            assertThat(cluster.read("").facts("setting")).extracting(Fact::name).containsAll(guardrails);
        }
    }

    private static Snapshot snapshot(String version, String script) {
        try (Cluster cluster = Cluster.shared(version)) {
            cluster.run(script);
            return cluster.read("shop");
        }
    }
}
