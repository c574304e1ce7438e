package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Others hold locks on the objects that are read by SHOW CREATE, and on all others, while we read: we return soon, claim
 * nothing that we did not see, and nobody waits for us.
 */
class LockedObjectsTest {

    private static final List<String> OBJECTS = List.of(
            "create table plain (a int primary key, b varchar(10) default 'x')",
            "create table below (a int, key (a)) engine = myisam",
            "create table merged (a int, key (a)) engine = merge union = (below) insert_method = last",
            "create table parts (a int) partition by range (a) (partition p0 values less than (5) max_rows = 7)",
            "create table kin (a int primary key, b int check (b > 0), foreign key (b) references plain (a))",
            "create trigger mark before insert on kin for each row set new.b = 1",
            "create table words (a int primary key, t text, fulltext (t))",
            "create algorithm = merge view shown as select a from plain",
            "create table zbusy (a int)",
            "insert into zbusy values (1)");

    @ParameterizedTest
    @CsvSource({
        "mysql,8.0,'lock tables plain write, kin write, below write, merged write, parts write, words write, shown write'",
        "mysql,8.0,flush tables with read lock",
        "mariadb,11.4,'lock tables plain write, kin write, below write, merged write, parts write, words write, shown write'",
        "mariadb,11.4,flush tables with read lock"
    })
    void whatMayBeReadBesideALockIsReadWithoutWaiting(String engine, String version, String lock) throws Exception {
        Endpoint endpoint = objects(engine, version);
        Snapshot free = Servers.snapshot(endpoint);
        try (Connection other = Servers.connect(endpoint);
                Statement statement = other.createStatement()) {
            statement.execute(lock);

            Drift drift = Differ.compare(free, Servers.snapshot(hasty(endpoint)));

            assertThat(drift.changes()).isEmpty();
            assertThat(drift.uncompared()).isEmpty();
            statement.execute("unlock tables");
        }
    }

    /** One that renames many has exclusive locks on all that come before the one that somebody else still reads. */
    @ParameterizedTest
    @CsvSource({"mysql,8.0", "mariadb,11.4"})
    void whatIsLockedExclusivelyIsSaidAndTheRestIsRead(String engine, String version) throws Exception {
        Endpoint endpoint = objects(engine, version);
        Snapshot free = Servers.snapshot(endpoint);
        try (Connection reader = Servers.connect(endpoint);
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("select * from zbusy");
            CompletableFuture<Void> renaming = CompletableFuture.runAsync(() -> {
                try {
                    Servers.run(
                            endpoint,
                            "rename table kin to kin2, merged to merged2, parts to parts2, shown to shown2, words to words2, zbusy to zbusy2");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            awaitWaiting(endpoint);
            long start = System.nanoTime();

            Snapshot locked = Servers.snapshot(hasty(endpoint));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(renaming).isNotDone();
            Drift drift = Differ.compare(free, locked);
            assertThat(drift.changes()).isEmpty();
            assertThat(drift.uncompared().values()).isNotEmpty().allMatch(reason -> reason.contains("lock"));
            if (engine.equals("mysql")) {
                assertThat(drift.uncompared())
                        .containsOnlyKeys(
                                "index.parser",
                                "partition.data_directory",
                                "partition.index_directory",
                                "partition.max_rows",
                                "partition.min_rows",
                                "partition.takes_rest",
                                "table.autoextend_size",
                                "table.connection",
                                "table.insert_method",
                                "table.partition_algorithm",
                                "table.partitions_unnamed",
                                "table.subpartitions_unnamed",
                                "table.union",
                                "view.algorithm");
            } else {
                assertThat(drift.uncompared())
                        .containsKeys("check_constraint", "column", "foreign_key", "table", "trigger", "view");
                assertThat(drift.uncompared()).doesNotContainKeys("role", "routine", "setting");
            }
            reader.rollback();
            renaming.join();
        }
        assertThat(Servers.snapshot(endpoint).facts("table"))
                .extracting(table -> table.name())
                .contains("kin2", "merged2", "parts2", "words2", "zbusy2");
    }

    private static Endpoint objects(String engine, String version) throws SQLException {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "held");
        Servers.run(endpoint, OBJECTS);
        return endpoint;
    }

    private static Endpoint hasty(Endpoint endpoint) {
        return new Endpoint(
                endpoint.url(),
                endpoint.user(),
                endpoint.password(),
                List.of(),
                new Endpoint.Limits(5_000, 20_000, 1_000));
    }

    private static void awaitWaiting(Endpoint endpoint) throws Exception {
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 100; i++) {
                try (ResultSet rows = statement.executeQuery(
                        "select 1 from information_schema.processlist where state like 'Waiting for table metadata lock%' and info like 'rename%'")) {
                    if (rows.next()) {
                        return;
                    }
                }
                Thread.sleep(50);
            }
        }
        throw new AssertionError("nobody waits for the table");
    }
}
