package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Snapshot;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CassandraVersionsTest {

    private static final Set<String> VERSION_FACTS = Set.of("server", "setting", "datacenter");

    @Test
    void sameSchemaOnTwoVersionsDiffersInVersionFactsOnly() {
        String shop = Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop");
        Snapshot older = snapshot("4.1", shop);
        Snapshot newer = snapshot("5.0", shop);
        assertThat(newer.facts("table")).hasSize(6);
        assertThat(Differ.compare(older, newer).changes())
                .filteredOn(change -> !VERSION_FACTS.contains(change.path().kind()))
                .extracting(Change::toString)
                .isEmpty();
        assertThat(Differ.compare(older, newer).changes())
                .extracting(Change::toString)
                .anyMatch(change -> change.startsWith("changed server:server version"));
    }

    private static Snapshot snapshot(String version, String script) {
        try (Cluster cluster = Cluster.shared(version)) {
            cluster.run(script);
            return cluster.read("shop");
        }
    }
}
