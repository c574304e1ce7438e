package dev.plumbline.source.cassandra;

import static dev.plumbline.source.PoorAccounts.claimNothingFalse;
import static dev.plumbline.source.PoorAccounts.statements;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.GrantScript;
import dev.plumbline.source.LostConnections;
import dev.plumbline.source.UnreliableNetwork;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    /** Each statement is answered in full or refused, whenever the rights go: nothing is silently smaller. */
    @Test
    void rightsThatAreWithdrawnMeanwhileAreSaid() throws Exception {
        List<String> grants = statements(GrantScript.of("cassandra", "5.0").text("passing", ""), "cassandra").stream()
                .filter(statement -> statement.startsWith("GRANT"))
                .toList();
        List<Snapshot> seen = new ArrayList<>();
        // The statements that need a right go out in few messages, after those of the driver and of the version.
        for (int last : List.of(UnreliableNetwork.NEVER, 9, 11, 13, 15, 18)) {
            cluster.run("CREATE ROLE passing WITH LOGIN = true AND PASSWORD = 'Geheim-1'");
            grants.forEach(cluster::run);
            seen.add(readWhile(
                    last,
                    () -> grants.stream()
                            .map(grant -> grant.replace("GRANT ", "REVOKE ").replace(" TO ", " FROM "))
                            .forEach(cluster::run)));
            cluster.run("DROP ROLE passing");
            claimNothingFalse(seen.get(0), seen.get(seen.size() - 1), "when message " + last + " was held");
        }
        assertThat(seen)
                .extracting(snapshot -> snapshot.coverage().of("grant").status())
                .startsWith(Coverage.Status.READ)
                .contains(Coverage.Status.DENIED);
    }

    /** What an account reads while something happens before its message arrives, without what is about itself. */
    private static Snapshot readWhile(int message, Runnable event) throws Exception {
        Endpoint endpoint = cluster.endpoint("cql://$host/");
        int port = URI.create(endpoint.url()).getPort();
        try (UnreliableNetwork network = new UnreliableNetwork(port, message, UnreliableNetwork.Loss.HELD)) {
            Endpoint through = new Endpoint(
                    endpoint.url().replace(":" + port, ":" + network.port()),
                    Optional.of("passing"),
                    new Endpoint.Secret(Optional.of("Geheim-1")),
                    List.of(),
                    endpoint.limits());
            CompletableFuture<Snapshot> reading = CompletableFuture.supplyAsync(() -> read(through));
            while (!network.lost() && !reading.isDone()) {
                Thread.sleep(5);
            }
            if (network.lost()) {
                event.run();
                network.letGo();
            }
            Snapshot seen = reading.join();
            return new Snapshot(
                    seen.engine(),
                    seen.kinds(),
                    seen.facts().stream()
                            .filter(fact -> !fact.path().names().contains("passing"))
                            .toList(),
                    seen.coverage());
        }
    }

    @Test
    void fewTablesAndManyAreReadByTheSameStatements() throws Exception {
        List<String> few = sent();
        cluster.run("CREATE KEYSPACE many WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};");
        for (int i = 0; i < 15; i++) {
            cluster.run("CREATE TABLE many.t" + i + " (k int PRIMARY KEY, v text);");
        }

        assertThat(few).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(sent());
    }

    /** All statements that leave the computer, the driver's own included. */
    private static List<String> sent() throws Exception {
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
