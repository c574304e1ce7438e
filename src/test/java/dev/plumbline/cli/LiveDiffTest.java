package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.UnreliableNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code diff} between live databases, as a DBA types it: what was changed is there, and only that. */
class LiveDiffTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(LiveDiffTest.class.getResourceAsStream("/schema/diff.schema.json"));

    @TempDir
    Path folder;

    @Test
    void twoSchemasOfAPostgresqlServer() throws SQLException, IOException {
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request("postgresql", "17"))) {
            Endpoint endpoint = sandbox.endpoint("shop");
            String url = endpoint.url() + "?user=" + endpoint.user().orElseThrow() + "&password="
                    + endpoint.password().value().orElseThrow();
            for (String schema : new String[] {"shop_prod", "shop_test"}) {
                run(
                        url,
                        "create schema " + schema,
                        "create table " + schema + ".orders (id bigserial primary key, total numeric(10,2) not null"
                                + " check (total > 0))",
                        "create view " + schema + ".big as select id from " + schema + ".orders where total > 100");
            }
            String prod = url + "&currentSchema=shop_prod";
            String test = url + "&currentSchema=shop_test";
            assertEqual(prod, test);
            assertLossIsNoEquality(prod, test);
            run(url, "alter table shop_test.orders add unique (total)");
            assertOnly(prod, test, "unexpected", "unique_constraint:.orders.orders_total_key", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void twoSchemasOfAMysqlServer(String engine, String version) throws SQLException {
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request(engine, version))) {
            Endpoint endpoint = sandbox.endpoint("shop_prod");
            String account = (endpoint.url().contains("?") ? "&" : "?") + "user="
                    + endpoint.user().orElseThrow() + "&password="
                    + endpoint.password().value().orElseThrow();
            String prod = endpoint.url() + account;
            String test = sandbox.endpoint("shop_test").url() + account;
            for (String url : new String[] {prod, test}) {
                run(
                        url,
                        "create table orders (id bigint auto_increment primary key, state enum('new','done') not null"
                                + " default 'new', note json)",
                        "create view fresh as select id from orders where state = 'new'");
            }
            assertEqual(prod, test);
            run(test, "alter table orders modify state enum('new','done') not null default 'done'");
            assertOnly(prod, test, "changed", "column:.orders.state", "default");
            run(test, "alter table orders modify state enum('new','done') not null default 'new'");
            run(prod, "create index k on orders (state)");
            run(test, "create index k using btree on orders (state)");
            assertEqual(prod, test);
            assertThat(diff(prod, test).json().path("unasked").propertyNames())
                    .singleElement()
                    .satisfies(names -> assertThat(names).contains("index.stated_method", "index.block_size"));
            assertThat(Terminal.run("diff", prod, test).err()).contains("neither side was asked", "--show-create");
            assertThat(Terminal.run("diff", prod, test, "--quiet").err()).isEmpty();
            assertOnly(prod, test, "changed", "index:.orders.k", "stated_method", "--show-create");
            assertThat(diff(prod, test, "--show-create").json().path("unasked")).isEmpty();
            String asked = folder.resolve("asked.txt").toString();
            assertThat(Terminal.run("snapshot", prod, "--show-create", "-o", asked)
                            .code())
                    .isZero();
            Diff oneSided = diff(asked, prod);
            assertThat(oneSided.json().path("changes")).isEmpty();
            assertThat(oneSided.json().path("uncompared")).hasSize(1);
            assertThat(oneSided.code()).isEqualTo(2);
        }
    }

    @Test
    void twoKeyspacesOfACassandraCluster() {
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request("cassandra", "5.0"))) {
            Endpoint endpoint = sandbox.endpoint("");
            URI uri = URI.create(endpoint.url());
            String account = endpoint.user().orElseThrow() + ":"
                    + endpoint.password().value().orElseThrow();
            String server = "cql://" + account + "@" + uri.getAuthority() + "/%s?" + uri.getQuery();
            String prod = server.formatted("shop_prod");
            String test = server.formatted("shop_test");
            try (CqlSession session = CqlSession.builder()
                    .addContactPoint(new InetSocketAddress(uri.getHost(), uri.getPort()))
                    .withLocalDatacenter(uri.getQuery().replace("dc=", ""))
                    .withAuthCredentials(
                            endpoint.user().orElseThrow(),
                            endpoint.password().value().orElseThrow())
                    .build()) {
                for (String keyspace : List.of("shop_prod", "shop_test")) {
                    session.execute("create keyspace " + keyspace
                            + " with replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
                    session.execute("create type " + keyspace + ".money (amount decimal, currency text)");
                    session.execute("create table " + keyspace
                            + ".calls (day date, at timeuuid, agent text, cost frozen<money>, primary key (day, at))"
                            + " with clustering order by (at desc)");
                }
                assertEqual(prod, test);
                session.execute("alter table shop_test.calls with default_time_to_live = 86400");
                assertOnly(prod, test, "changed", "table:.calls", "default_ttl");
            }
        }
    }

    @Test
    void twoSqliteFiles() throws SQLException {
        String one = "jdbc:sqlite:" + folder.resolve("one.db");
        String two = "jdbc:sqlite:" + folder.resolve("two.db");
        for (String url : new String[] {one, two}) {
            run(
                    url,
                    "create table orders (id integer primary key, note text)",
                    "create index orders_note on orders (note)");
        }
        JsonNode equal = diff(one, two).json();
        assertThat(equal.path("changes")).isEmpty();
        run(two, "alter table orders add column state text");
        JsonNode changed = diff(one, two).json();
        assertThat(changed.path("changes")).hasSize(1);
        assertThat(changed.path("changes").get(0).path("path").asString()).endsWith("orders.state");
    }

    private record Diff(int code, JsonNode json) {}

    private static Diff diff(String left, String right, String... options) {
        List<String> arguments = new ArrayList<>(List.of("diff", left, right, "--format", "json"));
        arguments.addAll(List.of(options));
        Terminal terminal = Terminal.run(arguments.toArray(new String[0]));
        assertThat(terminal.out()).as(terminal.err()).startsWith("{");
        assertThat(SCHEMA.validate(terminal.out(), InputFormat.JSON)).isEmpty();
        return new Diff(terminal.code(), JsonMapper.shared().readTree(terminal.out()));
    }

    private static void assertEqual(String left, String right) {
        Diff diff = diff(left, right);
        assertThat(diff.json().path("changes")).isEmpty();
        assertThat(diff.json().path("equal").asBoolean()).isTrue();
        assertThat(diff.code()).isZero();
    }

    /** Message 50 is one of the queries, far from the first and from the last. */
    private static void assertLossIsNoEquality(String left, String right) throws IOException {
        int port = Integer.parseInt(right.replaceFirst("^[a-z:]+//[^/]*:(\\d+).*$", "$1"));
        try (UnreliableNetwork network = new UnreliableNetwork(port, 50, UnreliableNetwork.Loss.CLOSED)) {
            Terminal terminal = Terminal.run("diff", left, right.replace(":" + port, ":" + network.port()));
            assertThat(terminal.code()).isEqualTo(Exit.FAILED);
            assertThat(terminal.out()).isEmpty();
            assertThat(terminal.err())
                    .contains("the connection broke while the catalogue was read")
                    .doesNotContain("fault of the program");
        }
    }

    private static void assertOnly(
            String left, String right, String type, String path, String attribute, String... options) {
        Diff diff = diff(left, right, options);
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.json().path("changes")).hasSize(1);
        JsonNode change = diff.json().path("changes").get(0);
        assertThat(change.path("type").asString()).isEqualTo(type);
        assertThat(change.path("path").asString()).isEqualTo(path);
        assertThat(change.path("attribute").asString("")).isEqualTo(attribute);
    }

    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
