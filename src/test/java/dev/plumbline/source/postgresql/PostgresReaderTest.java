package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PostgresReaderTest {

    private static final String VERSION = "17";

    private static Endpoint rich;

    @BeforeAll
    static void fill() throws SQLException {
        rich = Servers.database(VERSION, "rich.sql");
    }

    @Test
    void everyKindIsReadInFull() {
        Coverage coverage = Servers.snapshot(rich).coverage();

        assertThat(coverage.kinds())
                .hasSizeGreaterThan(40)
                .allSatisfy((kind, entry) -> assertThat(entry).as(kind).isEqualTo(Coverage.Entry.READ));
    }

    @Test
    void propertiesAreInNormalForm() {
        Snapshot snapshot = Servers.snapshot(rich);

        assertThat(fact(snapshot, "column:shop.customer.name").attributes())
                .containsEntry("type", "character varying(100)")
                .containsEntry("nullable", false)
                .containsEntry("collation", "C")
                .containsEntry("length", 100L);
        assertThat(fact(snapshot, "column:shop.orders.total").attributes())
                .containsEntry("precision", 10L)
                .containsEntry("scale", 2L);
        assertThat(fact(snapshot, "foreign_key:shop.orders.orders_customer_id_fkey")
                        .attributes())
                .containsEntry("referenced_table", "shop.customer")
                .containsEntry("columns", List.of("customer_id"))
                .containsEntry("on_delete", "CASCADE");
        assertThat(fact(snapshot, "index:shop.orders.orders_expr").list("keys"))
                .containsExactly("lower(note) text_pattern_ops DESC", "total NULLS FIRST");
        assertThat(fact(snapshot, "trigger:shop.orders.t1").attributes())
                .containsEntry("arguments", List.of("a", "b c", "ñ"))
                .containsEntry("condition", "(new.note IS NOT NULL)");
    }

    @Test
    void theTextIsReadBackAsItWas(@TempDir Path folder) throws IOException {
        Snapshot snapshot = Servers.snapshot(rich);
        StringBuilder text = new StringBuilder();
        snapshot.write(text);
        Path file = Files.writeString(folder.resolve("snapshot.txt"), text);

        Snapshot back = Snapshot.read(file, Servers.KINDS);

        assertThat(back.digest()).isEqualTo(snapshot.digest());
        assertThat(Differ.compare(snapshot, back).equal()).isTrue();
    }

    @Test
    void twoReadingsAreTheSameText() {
        Endpoint asBinary = Servers.with(rich, "prepareThreshold=1&binaryTransfer=true");

        assertThat(Servers.snapshot(rich).digest())
                .isEqualTo(Servers.snapshot(rich).digest())
                .isEqualTo(Servers.snapshot(asBinary).digest());
    }

    @Test
    void noSecretIsRead() throws IOException {
        StringBuilder text = new StringBuilder();
        Servers.snapshot(rich).write(text);

        assertThat(text.toString()).doesNotContain("geheim");
    }

    @Test
    void aSchemaReadByItselfEqualsItsCopyUnderAnotherName() throws SQLException {
        Endpoint copy = Servers.database(VERSION, "rich.sql");
        Servers.execute(
                copy,
                "alter schema shop rename to shop_test; alter default privileges in schema shop_test"
                        + " grant select on tables to reader;"
                        + " alter function shop_test.f set search_path = shop_test, pg_temp");

        Snapshot prod = Servers.snapshot(Servers.with(rich, "currentSchema=shop"));
        Snapshot test = Servers.snapshot(Servers.with(copy, "currentSchema=shop_test"));

        assertThat(Differ.compare(prod, test).changes()).isEmpty();
        assertThat(prod.facts("table")).hasSizeGreaterThan(8);
        assertThat(fact(prod, "view:.customer_view").text("definition").orElseThrow())
                .contains("customer c")
                .doesNotContain("shop");
    }

    @Test
    void aRelativeReadingHasTheFactsOfTheWholeOne() {
        Snapshot whole = Servers.snapshot(rich);
        Snapshot relative = Servers.snapshot(Servers.with(rich, "currentSchema=shop"));

        for (String kind :
                List.of("table", "column", "index", "foreign_key", "routine", "type", "trigger", "sequence")) {
            assertThat(relative.facts(kind))
                    .as(kind)
                    .hasSameSizeAs(whole.facts(kind).stream()
                            .filter(f -> f.path().names().get(0).equals("shop"))
                            .toList());
        }
    }

    @Test
    void whatTheServerDoesByItselfIsNoChange() throws SQLException {
        Endpoint endpoint = Servers.database(VERSION, "rich.sql");
        Snapshot before = Servers.snapshot(endpoint);
        Servers.execute(
                endpoint,
                "insert into shop.\"We.ird \"\"T\" select i, 'x' from generate_series(1, 1000) i;"
                        + " select nextval('shop.order_no')");
        Servers.execute(endpoint, "vacuum full");
        Servers.execute(endpoint, "analyze");
        Servers.execute(endpoint, "reindex schema shop");

        assertThat(Servers.snapshot(endpoint).digest()).isEqualTo(before.digest());
    }

    @Test
    void aPoorAccountIsToldWhatItDoesNotSee() throws SQLException {
        Endpoint endpoint = Servers.database(VERSION, "rich.sql");
        Servers.execute(endpoint, "revoke select on pg_proc from public");

        Coverage coverage =
                Servers.snapshot(Servers.as(endpoint, "poor", "poor")).coverage();

        assertThat(coverage.of("setting").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage.of("setting").reason()).contains("pg_read_all_settings");
        assertThat(coverage.of("routine").status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(coverage.of("grant").status()).isEqualTo(Coverage.Status.PARTIAL);
        assertThat(coverage.complete("table")).isTrue();
        assertThat(coverage.complete("column")).isTrue();

        Servers.execute(
                endpoint,
                "revoke select on pg_roles, pg_policy from public;"
                        + " revoke execute on function pg_postmaster_start_time() from public");
        Coverage poorer = Servers.snapshot(Servers.as(endpoint, "poor", "poor")).coverage();

        assertThat(poorer.of("role").status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(poorer.of("policy").status()).isEqualTo(Coverage.Status.DENIED);
        assertThat(poorer.complete("table")).isTrue();
    }

    /** What comes with the account hides what others get, and is no drift of the server. */
    @Test
    void settingsOfTheAccountAreNoneOfTheServers() throws SQLException {
        Endpoint endpoint = Servers.database("17", "empty.sql");
        Servers.execute(
                endpoint,
                "create role tuned superuser login password 'x'; alter role tuned set statement_timeout = '1ms';"
                        + " alter role tuned set INTERVALSTYLE = iso_8601; alter role tuned set quote_all_identifiers = on;"
                        + " alter role tuned set standard_conforming_strings = off; alter role tuned set search_path = nothing;"
                        + " alter role tuned set default_transaction_isolation = serializable;"
                        + " alter role tuned set transform_null_equals = on; alter role tuned set datestyle = 'German'");
        Snapshot usual = Servers.snapshot(endpoint);
        Snapshot tuned = Servers.snapshot(Servers.as(endpoint, "tuned", "x"));
        Servers.execute(endpoint, "drop role tuned");

        Drift drift = Differ.compare(usual, tuned);
        assertThat(drift.changes()).isEmpty();
        assertThat(drift.uncompared()).containsOnlyKeys("setting.value");
        assertThat(tuned.coverage().of("setting.value").reason())
                .endsWith("hide those that others get of IntervalStyle, default_transaction_isolation,"
                        + " standard_conforming_strings, statement_timeout, transform_null_equals");
    }

    @Test
    @Timeout(30)
    void aLockedTableCostsItsKindsOnlyAndLittleTime() throws SQLException {
        Endpoint.Limits limits = new Endpoint.Limits(5_000, 20_000, 500);
        try (Connection holder = Servers.connect(rich)) {
            holder.setAutoCommit(false);
            try (Statement statement = holder.createStatement()) {
                statement.execute("lock table shop.orders in access exclusive mode");
            }
            long start = System.nanoTime();

            Coverage coverage = Servers.snapshot(Servers.within(rich, limits)).coverage();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
            assertThat(coverage.of("check_constraint").status()).isEqualTo(Coverage.Status.FAILED);
            assertThat(coverage.of("check_constraint").reason()).contains("lock");
            for (String kind :
                    List.of("table", "column", "foreign_key", "primary_key", "grant", "role", "sequence", "type")) {
                assertThat(coverage.complete(kind)).as(kind).isTrue();
            }
            holder.rollback();
        }
    }

    @Test
    void textsThatAreNoTextAreNoEvidence() throws SQLException {
        Servers.execute(
                rich, "create database bytes encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'");
        Endpoint bytes = Servers.of(VERSION).endpoint("bytes");
        Servers.execute(
                bytes,
                "create table t (id int); do $$ begin execute format('comment on table t is %L',"
                        + " convert_from('\\xe9', 'SQL_ASCII')); end $$");

        Coverage coverage = Servers.snapshot(bytes).coverage();

        assertThat(coverage.of("table").status()).isEqualTo(Coverage.Status.FAILED);
        assertThat(coverage.of("table").reason()).contains("22021");
        assertThat(coverage.complete("column")).isTrue();
    }

    @Test
    void onlyQueriesAreSentAndNoConnectionStays() throws Exception {
        Reading reading = Servers.read(rich);

        assertThat(reading.statements()).hasSizeLessThan(70);
        assertThat(reading.statements())
                .allSatisfy(s -> assertThat(s.text().stripLeading()).matches("(?is)(select|with|set) .*"));
        // A connection ends in a process of the server's, a moment after the reading.
        for (int i = 0; i < 100 && connections() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(connections()).isZero();
    }

    private static int connections() throws SQLException {
        try (Connection connection = Servers.connect(rich);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where application_name = 'plumbline'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void whatKeepsUsOutIsSaidInOneSentence() throws IOException {
        assertThatThrownBy(() -> Servers.snapshot(Servers.as(rich, "poor", "sesame")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("wrong password for user poor")
                .hasMessageNotContaining("sesame");
        assertThatThrownBy(() -> Servers.snapshot(at(rich.url().replaceAll("[^/]+$", "nowhere"))))
                .hasMessageContaining("there is no database nowhere");
        assertThatThrownBy(() -> Servers.snapshot(at("jdbc:postgresql://127.0.0.1:1/x")))
                .hasMessageContaining("no PostgreSQL server answers at 127.0.0.1:1");
        assertThatThrownBy(() -> Servers.snapshot(Servers.with(rich, "currentSchema=absent")))
                .hasMessageContaining("no schema absent");
        assertThatThrownBy(() -> Servers.snapshot(Servers.with(rich, "sslmode=require")))
                .hasMessageContaining("offers no TLS");
        try (ServerSocket other = new ServerSocket(0)) {
            Thread thread = new Thread(() -> greet(other));
            thread.start();
            assertThatThrownBy(() -> Servers.snapshot(at("jdbc:postgresql://127.0.0.1:" + other.getLocalPort() + "/x")))
                    .hasMessageContaining("does not speak PostgreSQL's protocol");
        }
    }

    private static void greet(ServerSocket server) {
        try (var client = server.accept()) {
            client.getOutputStream()
                    .write("J\0\0\0\n11.4.5-MariaDB\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            client.getOutputStream().flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Endpoint at(String url) {
        return new Endpoint(url, Optional.of("postgres"), rich.password(), List.of(), rich.limits());
    }

    private static Fact fact(Snapshot snapshot, String path) {
        return snapshot.find(FactPath.parse(path)).orElseThrow(() -> new AssertionError("no " + path));
    }
}
