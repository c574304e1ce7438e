package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Programs;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes through a dump, or through the crash and the restart of a server, is still the same. */
class DumpTest {

    @ParameterizedTest
    @ValueSource(strings = {"14", "15", "16", "17", "18"})
    void aRestoredDumpEqualsTheDatabase(String version) throws Exception {
        boolean old = Integer.parseInt(version) < 16;
        if (old) {
            Programs.require("pg_dump", "PostgreSQL " + version + " through dump and restore");
        } else {
            Oracle.require(version, "dump and restore");
        }
        Programs.require("psql", "PostgreSQL " + version + " through dump and restore");
        Endpoint original = Servers.database(version, "rich.sql");
        Endpoint copy = Servers.database(version, "empty.sql");
        Map<String, String> password =
                Map.of("PGPASSWORD", original.password().value().orElse(""));

        // What the newest dump program writes of a subscription, servers before 16 do not know, nor this those before
        // 17.
        String dump = old
                ? Programs.run(
                        password, "", List.of("pg_dump", "--schema-only", "-U", "postgres", "-d", address(original)))
                : Oracle.dump(original, "--schema-only").replaceFirst("(?m)^SET transaction_timeout = 0;$", "");
        Programs.run(
                password,
                dump,
                List.of("psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-d", address(copy)));

        assertThat(Differ.compare(Servers.snapshot(original), Servers.snapshot(copy))
                        .changes())
                .map(Change::toString)
                // An heir's constraint was valid from its start; the dump gives it its parent's, which is not.
                .containsExactly("changed check_constraint:shop.inh.note_len validated: true -> false");
    }

    private static String address(Endpoint endpoint) {
        return endpoint.url().substring("jdbc:".length());
    }

    @Test
    void aServerThatCrashedAndRecoveredIsTheSame() throws Exception {
        Endpoint endpoint = Servers.database("17", "rich.sql");
        Servers.execute(endpoint, "insert into shop.temp_like select i from generate_series(1, 1000) i");
        // A sandbox does not wait for the disk: without this, what was written last may be gone with the crash.
        Servers.execute(endpoint, "checkpoint");
        Snapshot before = Servers.snapshot(endpoint);

        crash(endpoint);

        assertThat(Differ.compare(before, afterRecovery(endpoint)).changes()).isEmpty();
    }

    /** The server takes the death of one of its processes for a corrupted memory, ends all, and recovers. */
    private static void crash(Endpoint endpoint) throws SQLException {
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            ProcessHandle backend = ProcessHandle.of(row.getLong(1)).orElseThrow();
            assertThat(backend.destroyForcibly()).isTrue();
            backend.onExit().join();
        }
    }

    private static Snapshot afterRecovery(Endpoint endpoint) throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                return Servers.snapshot(endpoint);
            } catch (dev.plumbline.fact.ProblemsException e) {
                if (i > 100) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
