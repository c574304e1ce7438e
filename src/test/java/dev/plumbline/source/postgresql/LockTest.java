package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.UnreliableNetwork;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reading keeps nobody waiting. */
class LockTest {

    private static final Endpoint.Limits HASTY = new Endpoint.Limits(5_000, 1_000, 500);

    @Test
    @Timeout(60)
    void migrationsGoOnWhileOthersRead() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger readings = new AtomicInteger();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            while (!enough.get()) {
                Servers.snapshot(Servers.within(endpoint, HASTY));
                readings.incrementAndGet();
            }
        });
        try (Connection migration = Servers.connect(endpoint);
                Statement statement = migration.createStatement()) {
            statement.execute("set lock_timeout = '1s'");
            while (readings.get() < 5) {
                statement.execute("alter table shop.orders alter note set default 'x'");
                statement.execute("alter table shop.orders alter note drop default");
                assertThat(reader).isNotCompletedExceptionally();
            }
        } finally {
            enough.set(true);
        }
        reader.join();
    }

    /** Whoever closes the lid of a computer while it reads holds the locks of the statement that was running. */
    @Test
    @Timeout(60)
    void aReaderThatFreezesLetsGo() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        int port = Integer.parseInt(endpoint.url().replaceFirst("^[a-z:]+//[^/]*:(\\d+).*$", "$1"));
        int frozen = 0;
        for (int message = 30; message < 40 && frozen == 0; message++) {
            try (UnreliableNetwork network = new UnreliableNetwork(port, message, UnreliableNetwork.Loss.FROZEN)) {
                Endpoint through = new Endpoint(
                        endpoint.url().replace(":" + port, ":" + network.port()),
                        endpoint.user(),
                        endpoint.password(),
                        endpoint.schemas(),
                        HASTY);
                CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> tryRead(through));
                while (!network.lost()) {
                    Thread.sleep(10);
                }
                frozen += locks(endpoint) > 0 ? 1 : 0;
                alter(endpoint);
                reader.join();
            }
        }
        assertThat(frozen).as("readings that froze with locks in their hands").isPositive();
    }

    @Test
    @Timeout(60)
    void rightsThatAreWithdrawnMeanwhileAreSaid() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        Servers.execute(endpoint, "create role passing login password 'x' in role pg_read_all_settings");
        CompletableFuture<Coverage> coverage;
        try (Connection lock = Servers.connect(endpoint);
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table pg_statistic_ext in access exclusive mode");
            coverage = CompletableFuture.supplyAsync(
                    () -> Servers.snapshot(Servers.as(endpoint, "passing", "x")).coverage());
            String waits = "select count(*) from pg_locks where not granted and locktype = 'relation'";
            while (count(endpoint, waits) == 0) {
                Thread.sleep(10);
            }
            Servers.execute(endpoint, "revoke pg_read_all_settings from passing");
        }
        Coverage.Entry setting = coverage.join().of("setting");
        Servers.execute(endpoint, "drop role passing");

        assertThat(setting)
                .isEqualTo(new Coverage.Entry(
                        Coverage.Status.PARTIAL, "rights of the account were withdrawn while it read"));
    }

    private static void tryRead(Endpoint endpoint) {
        try {
            Servers.snapshot(endpoint);
        } catch (ProblemsException e) {
            assertThat(e).hasMessageContaining("the connection broke");
        }
    }

    private static int locks(Endpoint endpoint) throws SQLException {
        return count(
                endpoint,
                "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
                        + " where a.application_name = 'plumbline' and l.locktype = 'relation'");
    }

    private static int count(Endpoint endpoint, String query) throws SQLException {
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void alter(Endpoint endpoint) throws SQLException {
        Servers.execute(
                endpoint,
                "begin; set local lock_timeout = '4s'; lock table shop.orders, shop.customer, shop.part in access exclusive mode; rollback");
    }
}
