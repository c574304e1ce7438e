package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one disposable node cannot show: several nodes, triggers, unfinished builds, odd type names. */
class ShapesTest {

    private static final Scope ALL = new Scope(Optional.empty(), List.of());

    private static Row row(Object... pairs) {
        Map<String, Object> values = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return new Row(values);
    }

    private static Shapes shapes(Map<String, List<Row>> rows) {
        return new Shapes(new Answers(Cluster.KINDS, ALL, rows));
    }

    private static Row node(String datacenter, String schemaVersion, String peer) {
        return row(
                "datacenter",
                datacenter,
                "rack",
                "r1",
                "version",
                "5.0.9",
                "schema_version",
                schemaVersion,
                "peer",
                peer,
                "peer_port",
                7000L);
    }

    @Test
    void nodesThatHoldAnotherSchemaAreFound() {
        Shapes shapes = shapes(Map.of(
                "datacenter.cql", List.of(node("dc1", "a", "/10.0.0.1")),
                "datacenter+peers.cql",
                        List.of(
                                node("dc1", "a", "/10.0.0.2"),
                                node("dc2", "b", "/10.0.0.3"),
                                node("dc2", "a", "x/10.0.0.4"))));
        assertThat(shapes.disagreement())
                .contains("1 of 4 nodes hold another version of the schema than the node that was read");
        Map<String, Fact> facts = shapes.facts().stream()
                .filter(fact -> fact.kind().name().equals("datacenter"))
                .collect(java.util.stream.Collectors.toMap(Fact::name, fact -> fact));
        assertThat(facts.get("dc1").isTrue("schema_agreement")).isTrue();
        assertThat(facts.get("dc2").isTrue("schema_agreement")).isFalse();
        assertThat(facts.get("dc2").get("schema_versions")).isEqualTo(2L);
        assertThat(facts.get("dc2").list("disagreeing_nodes")).containsExactly("10.0.0.3:7000");
    }

    @Test
    void nodeThatNeverToldItsSchemaDoesNotDisagree() {
        Shapes shapes = shapes(Map.of(
                "datacenter.cql", List.of(node("dc1", "a", "/10.0.0.1")),
                "datacenter+peers.cql", List.of(row("datacenter", "dc1", "rack", "r1"))));
        assertThat(shapes.disagreement()).isEmpty();
    }

    @Test
    void triggerHasItsClass() {
        Shapes shapes = shapes(Map.of(
                "trigger.cql",
                List.of(row("schema", "shop", "table", "t", "trigger", "audit", "options", Map.of("class", "a.B")))));
        assertThat(shapes.facts())
                .extracting(fact -> fact.path() + " " + fact.get("class"))
                .containsExactly("trigger:shop.t.audit a.B");
    }

    @Test
    void indexThatIsNotInTheNodesListIsPending() {
        Row index = row(
                "schema", "shop", "table", "t", "index", "i", "kind", "COMPOSITES", "options", Map.of("target", "c"));
        Shapes unfinished = shapes(Map.of("index.cql", List.of(index), "pending_build.cql", List.of()));
        assertThat(unfinished.pending()).isTrue();
        assertThat(unfinished.facts())
                .extracting(fact -> fact.path().toString())
                .contains("pending_build:index.shop.t.i.build");
        assertThat(shapes(Map.of(
                                "index.cql", List.of(index),
                                "pending_build.cql", List.of(row("schema", "shop", "name", "i"))))
                        .pending())
                .isFalse();
        assertThat(shapes(Map.of("index.cql", List.of(index))).pending())
                .as("not known")
                .isFalse();
    }

    @Test
    void marshalledTypesAreBroughtToCql() {
        String marshal = "org.apache.cassandra.db.marshal.";
        assertThat(MarshalType.list(marshal + "Int32Type^" + marshal + "MapType(" + marshal + "UTF8Type," + marshal
                        + "FrozenType(" + marshal + "SetType(" + marshal + "LongType)))^" + marshal
                        + "UserType(shop,506572736f6e,6e616d65:"
                        + marshal + "UTF8Type)^" + marshal + "VectorType(" + marshal + "FloatType , 2)^" + marshal
                        + "TupleType(" + marshal + "Int32Type," + marshal + "UTF8Type)"))
                .containsExactly(
                        "int",
                        "map<text, frozen<set<bigint>>>",
                        "\"Person\"",
                        "vector<float, 2>",
                        "frozen<tuple<int, text>>");
    }

    @Test
    void spellingsOfRetryPoliciesAreOne() {
        assertThat(List.of("99PERCENTILE", "99.0p", "99p"))
                .extracting(TableShape::retry)
                .containsOnly("99p");
        assertThat(List.of("50.0ms", "50MS", "50ms"))
                .extracting(TableShape::retry)
                .containsOnly("50ms");
        assertThat(List.of("NONE", "NEVER", "never"))
                .extracting(TableShape::retry)
                .containsOnly("NEVER");
        assertThat(TableShape.retry("99.9p")).isEqualTo("99.9p");
    }
}
