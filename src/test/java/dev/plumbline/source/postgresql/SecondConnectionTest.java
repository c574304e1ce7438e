package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two connections read as one; where there can be one only, it reads the same. */
class SecondConnectionTest {

    @Test
    @Timeout(60)
    void bothSeeTheSameMoment() throws Exception {
        Endpoint endpoint = Servers.database("17", "empty.sql");
        AtomicBoolean enough = new AtomicBoolean();
        Servers.execute(endpoint, generation(0));
        CompletableFuture<Void> migrations = CompletableFuture.runAsync(() -> {
            try (Connection connection = Servers.connect(endpoint);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int i = 0; !enough.get(); i++) {
                    statement.execute("drop table x_" + i + "; drop function x_" + i + "; drop type xx_" + i + "; "
                            + generation(i + 1));
                    connection.commit();
                }
            } catch (java.sql.SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        int together = 0;
        for (int i = 0; i < 60 && together < 5; i++) {
            Reading reading = Servers.read(endpoint);
            together += hasSecond(reading) ? 1 : 0;
            Snapshot snapshot = reading.snapshot();
            String now = snapshot.facts("table").get(0).name();
            assertThat(names(snapshot, "table")).containsExactly(now);
            assertThat(names(snapshot, "routine")).containsExactly(now);
            assertThat(names(snapshot, "type")).containsExactly("x" + now);
            assertThat(snapshot.facts("column"))
                    .singleElement()
                    .satisfies(c -> assertThat(c.path().names()).contains(now));
        }
        enough.set(true);
        migrations.join();
        assertThat(together).as("readings over two connections").isGreaterThan(0);
    }

    @Test
    void anAccountWithOneConnectionReadsAll() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        Servers.execute(endpoint, "create role lonely login superuser password 'x' connection limit 1");
        // The limit is not for superusers, and an account that is none does not see everything.
        Reading whole = Servers.read(Servers.as(endpoint, "lonely", "x"));
        Servers.execute(endpoint, "alter role lonely nosuperuser; grant pg_monitor to lonely");
        Reading one = Servers.read(Servers.as(endpoint, "lonely", "x"));

        assertThat(hasSecond(one)).isFalse();
        assertThat(one.snapshot().facts("column")).isEqualTo(whole.snapshot().facts("column"));
        assertThat(one.snapshot().coverage().of("table")).isEqualTo(Coverage.Entry.READ);
        Servers.execute(endpoint, "drop role lonely");
    }

    @Test
    void aMomentThatMayNotBeShownIsReadByOne() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        Servers.execute(
                endpoint,
                "create role closed login password 'x'; grant pg_monitor to closed;"
                        + " revoke execute on function pg_export_snapshot from public");
        Reading one = Servers.read(Servers.as(endpoint, "closed", "x"));

        assertThat(hasSecond(one)).isFalse();
        assertThat(one.snapshot().facts("column")).isNotEmpty();
        assertThat(one.snapshot().coverage().of("column")).isEqualTo(Coverage.Entry.READ);
        Servers.execute(endpoint, "drop role closed");
    }

    private static String generation(int i) {
        return "create table x_" + i + " (a int); create type xx_" + i + " as enum ('a'); create function x_" + i
                + "() returns int language sql as 'select 1'";
    }

    private static List<String> names(Snapshot snapshot, String kind) {
        return snapshot.facts(kind).stream()
                .map(Fact::name)
                .map(name -> name.replaceAll("\\(.*", ""))
                .toList();
    }

    private static boolean hasSecond(Reading reading) {
        return reading.statements().stream().anyMatch(s -> s.name().equals("second session"));
    }
}
