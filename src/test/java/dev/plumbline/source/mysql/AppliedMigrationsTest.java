package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What migration tools noted in tables of their own, over schemas of hostile names and different collations. */
class AppliedMigrationsTest {

    private static final String HISTORY =
            "(installed_rank int primary key, version varchar(50), description varchar(200), type varchar(20),"
                    + " script varchar(1000), checksum int, installed_by varchar(100), installed_on timestamp default now(),"
                    + " execution_time int, success bool)";

    @Test
    void allSchemasTogetherCostOneStatementForEachTool() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "history_one");
        Servers.run(
                endpoint,
                "create table flyway_schema_history " + HISTORY + " collate utf8mb4_general_ci",
                "insert into flyway_schema_history values (1, '1', 'd', 'SQL', 'V1__d.sql', -5, 'x', '2026-11-01 10:00:00', 3, true)",
                "insert into flyway_schema_history values (2, '2', 'd', 'SQL', 'V2__d.sql', 6, 'x', now(), 3, false)",
                "insert into flyway_schema_history values (3, null, 'v', 'SQL', 'R__v.sql', 6, 'x', now(), 3, true)",
                "insert into flyway_schema_history values (4, null, 'v', 'SQL', 'R__v.sql', 7, 'x', now(), 3, true)",
                "insert into flyway_schema_history values (5, '1', 'd', 'UNDO_SQL', 'U1__d.sql', 7, 'x', now(), 3, true)",
                "drop database if exists `h';``x\\\\ :name(y) ${table}`",
                "create database `h';``x\\\\ :name(y) ${table}`",
                "create table `h';``x\\\\ :name(y) ${table}`.flyway_schema_history " + HISTORY
                        + " collate utf8mb4_unicode_ci",
                "insert into `h';``x\\\\ :name(y) ${table}`.flyway_schema_history values"
                        + " (1, '1', 'd', 'SQL', 'V1__d.sql', 1, 'x', now(), 3, true)");
        Endpoint both = new Endpoint(
                endpoint.url().replaceFirst("/history_one", "/"),
                endpoint.user(),
                endpoint.password(),
                List.of("history_one", "h';`x\\\\ :name(y) ${table}"),
                endpoint.limits());

        Reading reading = Servers.read(both);

        assertThat(reading.snapshot().coverage().of("applied_migration")).isEqualTo(Coverage.Entry.READ);
        assertThat(reading.statements().stream()
                        .map(Reading.Statement::name)
                        .filter(name -> name.startsWith("applied_migration")))
                .containsExactly("applied_migration+flyway.sql");
        List<Fact> facts = reading.snapshot().facts("applied_migration");
        assertThat(facts)
                .extracting(f -> f.path().names().get(0) + " " + f.name())
                .containsExactly(
                        "h';`x\\\\ :name(y) ${table} V1__d.sql",
                        "history_one R__v.sql",
                        "history_one V1__d.sql",
                        "history_one V2__d.sql");
        assertThat(facts.get(1).text("checksum")).contains("7");
        assertThat(facts.get(2).attributes())
                .containsEntry("checksum", "-5")
                .containsEntry("applied_at", "2026-11-01T10:00:00Z")
                .containsEntry("undone", true);
        assertThat(facts.get(3).isTrue("success")).isFalse();
        Servers.run(endpoint, "drop database `h';``x\\\\ :name(y) ${table}`");
    }

    @Test
    void aSchemaReadByItselfHasItsHistory() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "history_two");
        assertThat(history(endpoint)).isEmpty();
        Servers.run(
                endpoint,
                "create table django_migrations (id bigint, app varchar(255), name varchar(255), applied datetime(6))",
                "insert into django_migrations values (1, 'users', '0001_a', '2026-11-01 10:00:00')",
                "insert into django_migrations values (9, 'users', '0001_a', '2026-11-02 10:00:00')");

        assertThat(history(endpoint)).singleElement().satisfies(fact -> {
            assertThat(fact.path().names()).containsExactly("", "django_migrations", "users.0001_a");
            assertThat(fact.text("applied_at")).contains("2026-11-02T10:00:00Z");
        });
    }

    private static List<Fact> history(Endpoint endpoint) throws SQLException {
        Snapshot snapshot = Servers.snapshot(endpoint);
        assertThat(snapshot.coverage().of("applied_migration")).isEqualTo(Coverage.Entry.READ);
        return snapshot.facts("applied_migration");
    }
}
