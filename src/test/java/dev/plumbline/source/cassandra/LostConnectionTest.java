package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.LostConnections;
import dev.plumbline.source.UnreliableNetwork;
import java.net.URI;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what if it does not. */
class LostConnectionTest {

    private static final Pattern SELECT = Pattern.compile("(?s)SELECT .*? FROM [a-z_0-9.]+");
    private static final Pattern WRITE =
            Pattern.compile("(?i)\\b(insert|update|delete|truncate|create|alter|drop|grant|revoke|batch) ");

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.shared("5.0");
        cluster.run(Cluster.text("cases/cassandra/shop.cql").replace("$ks", "shop"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aConnectionLostAtAnyMessageIsSaid() throws Exception {
        LostConnections.areSaidAtEveryMessage(cluster.endpoint("cql://$host/"), LostConnectionTest::read, 2);
    }

    @Test
    void fewTablesAndManyAreReadByTheSameStatements() throws Exception {
        List<String> few = statements();
        cluster.run("CREATE KEYSPACE many WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};");
        for (int i = 0; i < 15; i++) {
            cluster.run("CREATE TABLE many.t" + i + " (k int PRIMARY KEY, v text);");
        }

        assertThat(few).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(statements());
    }

    /** All statements that leave the computer, the driver's own included. */
    private static List<String> statements() throws Exception {
        Endpoint endpoint = cluster.endpoint("cql://$host/");
        int port = URI.create(endpoint.url()).getPort();
        try (UnreliableNetwork network =
                new UnreliableNetwork(port, UnreliableNetwork.NEVER, UnreliableNetwork.Loss.CLOSED)) {
            String url = endpoint.url().replace(":" + port, ":" + network.port());
            read(new Endpoint(url, endpoint.user(), endpoint.password(), List.of(), endpoint.limits()));
            assertThat(WRITE.matcher(network.sent()).find()).isFalse();
            return SELECT.matcher(network.sent())
                    .results()
                    .map(MatchResult::group)
                    .toList();
        }
    }

    private static Snapshot read(Endpoint endpoint) {
        return new CassandraReader().open(endpoint, Cluster.KINDS).read().snapshot();
    }
}
