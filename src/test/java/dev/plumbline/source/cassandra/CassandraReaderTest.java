package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassandraReaderTest {

    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.shared("5.0");
        cluster.run(shop("shop"));
        cluster.run(shop("shop_test"));
        cluster.run("""
                CREATE ROLE app WITH LOGIN = true AND PASSWORD = 'secret';
                CREATE ROLE readers;
                GRANT readers TO app;
                GRANT SELECT ON ALL KEYSPACES TO readers;
                GRANT SELECT ON KEYSPACE shop TO readers;
                GRANT MODIFY ON TABLE shop.orders TO readers;
                GRANT SELECT ON ALL TABLES IN KEYSPACE shop TO app;
                GRANT EXECUTE ON ALL FUNCTIONS IN KEYSPACE shop TO app;
                GRANT EXECUTE ON FUNCTION shop.first(list<int>, address, "Person") TO readers;
                GRANT DESCRIBE ON ALL ROLES TO app;
                """);
    }

    private static String shop(String keyspace) {
        return Cluster.text("cases/cassandra/shop.cql").replace("$ks", keyspace);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Fact fact(Snapshot snapshot, String path) {
        return snapshot.find(FactPath.parse(path)).orElseThrow(() -> new AssertionError("no fact at " + path));
    }

    @Test
    void everyKindIsReadInFull() {
        assertThat(cluster.read("").coverage().kinds().values()).containsOnly(Coverage.Entry.READ);
    }

    @Test
    void tableHasKeysAndOptionsThatAreNotUsual() {
        Snapshot snapshot = cluster.read("");
        Fact orders = fact(snapshot, "table:shop.orders");
        assertThat(orders.list("partition_columns")).containsExactly("tenant", "day");
        assertThat(orders.list("clustering_columns")).containsExactly("id DESC", "seq ASC");
        assertThat(orders.text("compaction")).contains("TimeWindowCompactionStrategy");
        assertThat(orders.get("compaction_options")).isEqualTo(Map.of("compaction_window_size", "1"));
        assertThat(orders.text("speculative_retry")).contains("99p");
        assertThat(orders.get("default_ttl")).isEqualTo(86_400L);
        assertThat(orders.get("dropped_columns")).isEqualTo(Map.of("total", "decimal"));
        assertThat(fact(snapshot, "table:shop.tuned").attributes())
                .containsEntry("compression", "none")
                .containsEntry("caching", Map.of("keys", "NONE", "rows_per_partition", "10"))
                .containsEntry("bloom_filter_fp_chance", "0.0001")
                .containsEntry("read_repair", "NONE");
    }

    @Test
    void columnsComeKeysFirstThenByName() {
        Snapshot snapshot = cluster.read("");
        assertThat(snapshot.parts(fact(snapshot, "table:shop.orders"), "column"))
                .extracting(Fact::name)
                .containsExactly("tenant", "day", "id", "seq", "note", "addr", "marks", "pair", "parts", "who");
        assertThat(fact(snapshot, "column:shop.orders.note").text("key_kind")).contains("static");
        assertThat(fact(snapshot, "column:shop.orders.marks").text("type")).contains("map<text, frozen<list<int>>>");
    }

    @Test
    void compactTableShowsWhatWasDeclared() {
        Snapshot snapshot = cluster.read("");
        Fact old = fact(snapshot, "table:shop.old");
        assertThat(old.text("table_kind")).contains("compact");
        assertThat(old.list("clustering_columns")).isEmpty();
        assertThat(snapshot.parts(old, "column"))
                .extracting(Fact::name, column -> column.text("key_kind").orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("k", "partition_key"),
                        org.assertj.core.groups.Tuple.tuple("a", "regular"),
                        org.assertj.core.groups.Tuple.tuple("b", "regular"));
    }

    @Test
    void privilegesHangOnTheirObjects() {
        Snapshot snapshot = cluster.read("");
        assertThat(fact(snapshot, "grant:server.server.readers").list("privileges"))
                .containsExactly("SELECT");
        assertThat(fact(snapshot, "grant:server.server.app").list("role_privileges"))
                .containsExactly("DESCRIBE");
        assertThat(fact(snapshot, "grant:keyspace.shop.app").list("table_privileges"))
                .containsExactly("SELECT");
        assertThat(fact(snapshot, "grant:keyspace.shop.app").list("function_privileges"))
                .containsExactly("EXECUTE");
        assertThat(fact(snapshot, "grant:table.shop.orders.readers").list("privileges"))
                .containsExactly("MODIFY");
        Fact routine = fact(snapshot, "routine:shop.\"first(list<int>, address, \\\"Person\\\")\"");
        assertThat(snapshot.parts(routine, "grant")).extracting(Fact::name).containsExactly("readers");
        assertThat(snapshot.facts("grant")).noneMatch(grant -> grant.name().equals("cassandra"));
    }

    @Test
    void newIndexIsPendingNoMore() {
        assertThat(cluster.read("").facts("pending_build")).isEmpty();
    }

    @Test
    void keyspacesReadRelativelyAreEqual() {
        Snapshot production = cluster.read("shop");
        Snapshot test = cluster.read("shop_test");
        assertThat(production.find(FactPath.parse("table:.orders"))).isPresent();
        assertThat(production.facts("keyspace"))
                .extracting(Fact::name)
                .contains("")
                .doesNotContain("shop", "shop_test");
        assertThat(Differ.compare(production, test).changes())
                .allMatch(change -> change.path().kind().equals("grant"))
                .hasSize(4);
    }

    @Test
    void aSchemaMadeAnewFromItsDescriptionIsTheSame() {
        cluster.run(shop("described"));
        // The server describes compact tables as a comment.
        cluster.run("DROP TABLE described.old;\nDROP TABLE described.older;");
        Snapshot before = cluster.read("described");
        List<String> description = cluster.ask("DESCRIBE KEYSPACE described").stream()
                .map(row -> row.getString("create_statement"))
                .toList();
        cluster.run("DROP KEYSPACE described;");
        description.forEach(cluster::ask);
        assertThat(Differ.compare(before, cluster.read("described")).changes())
                .map(Change::toString)
                .isEmpty();
        cluster.run("DROP KEYSPACE described;");
    }

    @Test
    void textRoundTrips(@TempDir Path folder) throws IOException {
        Snapshot snapshot = cluster.read("");
        Path file = folder.resolve("snapshot.txt");
        StringBuilder text = new StringBuilder();
        snapshot.write(text);
        Files.writeString(file, text);
        Snapshot again = Snapshot.read(file, Cluster.KINDS);
        assertThat(again.digest()).isEqualTo(snapshot.digest());
        assertThat(Differ.compare(snapshot, again).equal()).isTrue();
        assertThat(cluster.read("").digest()).isEqualTo(snapshot.digest());
    }

    @Test
    void numberOfStatementsDoesNotDependOnTheNumberOfTables() {
        Reading whole = cluster.reading("");
        Reading one = cluster.reading("shop");
        assertThat(whole.statements()).extracting(Reading.Statement::name).hasSizeLessThan(30);
        assertThat(one.statements()).hasSameSizeAs(whole.statements());
        assertThat(whole.statements()).allMatch(statement -> statement.text().startsWith("SELECT"));
        assertThat(whole.statements()).noneMatch(statement -> statement.text().contains("salted_hash"));
    }

    @Test
    void poorAccountSeesTheSchemaAndSaysWhatItMayNotSee() {
        Snapshot snapshot = cluster.readAs("app", "secret", "");
        for (String kind : List.of("keyspace", "table", "column", "index", "type", "routine", "materialized_view")) {
            assertThat(snapshot.coverage().complete(kind)).as(kind).isTrue();
            assertThat(snapshot.facts(kind)).as(kind).isEqualTo(cluster.read("").facts(kind));
        }
        cluster.run("CREATE ROLE poor WITH LOGIN = true AND PASSWORD = 'secret';");
        Snapshot poor = cluster.readAs("poor", "secret", "shop");
        assertThat(poor.coverage().of("role").status()).isEqualTo(Status.DENIED);
        assertThat(poor.coverage().of("grant").status()).isEqualTo(Status.DENIED);
        assertThat(poor.coverage().of("setting").reason()).contains("GRANT SELECT ON system_views.settings");
        assertThat(poor.coverage().complete("table")).isTrue();
        cluster.run("DROP ROLE poor;");
    }

    @Test
    void wrongPasswordIsSaidWithoutThePassword() {
        assertThatThrownBy(() -> cluster.readAs("app", "wr0ng", ""))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("does not let app in")
                .hasMessageNotContaining("wr0ng");
    }

    @Test
    void unknownKeyspaceAndDataCenterAreSaidWithThoseThatExist() {
        assertThatThrownBy(() -> cluster.read("nope"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("there is no keyspace nope; the cluster has shop, shop_test");
        assertProblem(cluster.endpoint("cql://$host/?dc=dc9"), "the server is in data center datacenter1, not in dc9");
    }

    @Test
    void serverWithoutEncryptionIsRecognised() {
        assertProblem(cluster.endpoint("cql://$host/?ssl=true"), "leave out ssl=true");
    }

    @Test
    void wrongUrlsAreExplained() {
        assertProblem(cluster.endpoint("cql://$host/?datacenter=x"), "it has no parameter 'datacenter'");
        assertProblem(cluster.endpoint("cql://localhost:99999/"), "99999 is no port");
        assertProblem(cluster.endpoint("cql:///shop"), "write cql://host:port/keyspace");
        assertProblem(cluster.endpoint("cql://127.0.0.1:1/"), "127.0.0.1:1 cannot be reached");
    }

    @Test
    void otherServersAreRecognised() throws IOException {
        assertOtherServer("\112\0\0\0\0128.0.15", "is a MySQL or MariaDB server");
        assertOtherServer("", "it is no Cassandra server (PostgreSQL does this)");
        assertOtherServer("HTTP/1.1 400 Bad Request", "is a web server");
    }

    private static void assertOtherServer(String greeting, String message) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> greet(server, greeting));
            thread.setDaemon(true);
            thread.start();
            assertProblem(endpoint("cql://127.0.0.1:" + server.getLocalPort() + "/"), message);
        }
    }

    private static void greet(ServerSocket server, String greeting) {
        try (Socket client = server.accept();
                OutputStream out = client.getOutputStream()) {
            out.write(greeting.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            client.getInputStream().readNBytes(9);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Endpoint endpoint(String url) {
        return new Endpoint(
                url, Optional.empty(), Endpoint.Secret.NONE, List.of(), new Endpoint.Limits(5_000, 5_000, 1_000));
    }

    private static void assertProblem(Endpoint endpoint, String message) {
        assertThatThrownBy(() ->
                        new CassandraReader().open(endpoint, Cluster.KINDS).read())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(message);
    }
}
