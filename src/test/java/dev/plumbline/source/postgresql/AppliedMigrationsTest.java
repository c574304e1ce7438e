package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What migration tools noted in tables of their own. */
class AppliedMigrationsTest {

    private static final String HISTORY = """
            (installed_rank int primary key, version varchar(50), description varchar(200), type varchar(20),
             script varchar(1000), checksum int, installed_by varchar(100), installed_on timestamp default now(),
             execution_time int, success boolean);
            """;

    private static Endpoint database(String... statements) throws SQLException {
        Endpoint endpoint = Servers.database("17", "empty.sql");
        for (String statement : statements) {
            Servers.execute(endpoint, statement);
        }
        return endpoint;
    }

    @Test
    void theLastRowOfAScriptCountsAndAFailureStays() throws SQLException {
        Endpoint endpoint = database("create table flyway_schema_history " + HISTORY, """
                insert into flyway_schema_history values
                (1, '1', 'one', 'SQL', 'V1__one.sql', -5, 'x', '2026-11-01 10:00:00', 3, true),
                (2, null, 'v', 'SQL', 'R__v.sql', 7, 'x', now(), 3, true),
                (3, '2', 'two', 'SQL', 'V2__two.sql', 6, 'x', now(), 3, true),
                (4, '2', 'two', 'UNDO_SQL', 'U2__two.sql', 6, 'x', now(), 3, true),
                (5, null, 'v', 'SQL', 'R__v.sql', 8, 'x', now(), 3, true),
                (6, '3', 'three', 'SQL', 'V3__three.sql', null, 'x', now(), 3, false)
                """);

        Snapshot snapshot = Servers.snapshot(endpoint);

        assertThat(snapshot.coverage().of("applied_migration")).isEqualTo(Coverage.Entry.READ);
        assertThat(snapshot.facts("applied_migration"))
                .extracting(Fact::name)
                .containsExactly("R__v.sql", "V1__one.sql", "V2__two.sql", "V3__three.sql");
        assertThat(applied(snapshot, "V1__one.sql").attributes())
                .containsEntry("checksum", "-5")
                .containsEntry("applied_at", "2026-11-01T10:00:00")
                .containsEntry("success", true)
                .containsEntry("undone", false);
        assertThat(applied(snapshot, "R__v.sql").text("checksum")).contains("8");
        assertThat(applied(snapshot, "V2__two.sql").isTrue("undone")).isTrue();
        assertThat(applied(snapshot, "V3__three.sql").isTrue("success")).isFalse();
    }

    @Test
    void allSchemasTogetherCostOneStatementForEachTool() throws SQLException {
        Endpoint endpoint = database();
        assertThat(statements(Servers.read(endpoint))).isEmpty();
        for (String schema : List.of("a", "\"b'; select 1; --\"", "\"${schema} ${table}\"")) {
            Servers.execute(
                    endpoint,
                    "create schema " + schema + "; create table " + schema + ".flyway_schema_history " + HISTORY);
            Servers.execute(
                    endpoint,
                    "insert into " + schema
                            + ".flyway_schema_history values (1, '1', 'd', 'SQL', 'V1.sql', 1, 'x', now(), 3, true)");
        }

        Reading reading = Servers.read(endpoint);

        assertThat(statements(reading)).containsExactly("applied_migration+flyway.sql");
        assertThat(reading.snapshot().facts("applied_migration"))
                .extracting(f -> f.path().names().get(0))
                .containsExactly("${schema} ${table}", "a", "b'; select 1; --");
    }

    @Test
    void whenAndInWhatOrderMakesNoDrift() throws SQLException {
        String table = "create table django_migrations (id bigint, app text, name text, applied timestamptz)";
        Snapshot one = Servers.snapshot(
                database(
                        table,
                        "insert into django_migrations values (1, 'a', '0001_x', '2025-01-01'), (2, 'b', '0001_x', '2025-01-01')"));
        Snapshot other = Servers.snapshot(database(
                table, "insert into django_migrations values (8, 'b', '0001_x', now()), (9, 'a', '0001_x', now())"));

        assertThat(Differ.compare(one, other).changes()).isEmpty();
    }

    @Test
    void anotherTableOfThatNameIsSaidToBeUnreadable() throws SQLException {
        Snapshot snapshot =
                Servers.snapshot(database("create table django_migrations (id bigint primary key, what text)"));

        assertThat(snapshot.coverage().of("applied_migration").status()).isEqualTo(Coverage.Status.FAILED);
        assertThat(snapshot.coverage().of("table")).isEqualTo(Coverage.Entry.READ);
    }

    @Test
    void rowsThatAPolicyHidesAreNotTakenForAbsent() throws SQLException {
        Endpoint endpoint = database(
                "create table django_migrations (id bigint, app text, name text, applied timestamptz)",
                "insert into django_migrations values (1, 'a', '0001_x', now())",
                "alter table django_migrations enable row level security",
                "drop role if exists screened",
                "create role screened login password 'Geheim-1'",
                "grant select on django_migrations to screened");

        Snapshot seen = Servers.snapshot(Servers.as(endpoint, "screened", "Geheim-1"));

        assertThat(seen.facts("applied_migration")).isEmpty();
        assertThat(seen.coverage().of("applied_migration").status()).isEqualTo(Coverage.Status.DENIED);
        Servers.execute(endpoint, "drop owned by screened; drop role screened");
    }

    private static Fact applied(Snapshot snapshot, String script) {
        return snapshot.find(FactPath.of("applied_migration", "public", "flyway_schema_history", script))
                .orElseThrow();
    }

    private static List<String> statements(Reading reading) {
        return reading.statements().stream()
                .map(Reading.Statement::name)
                .filter(name -> name.startsWith("applied_migration"))
                .toList();
    }
}
