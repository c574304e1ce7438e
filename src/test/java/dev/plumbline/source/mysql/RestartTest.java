package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that was shut down, or killed, and started again is still the same. */
class RestartTest {

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void aRestartedServerIsTheSame(String engine, String version) throws Exception {
        assumeTrue(
                Files.isDirectory(Path.of("/proc/self")),
                "The restart of " + engine + " was NOT tested: there is no /proc that tells how it was started");
        Process restarted = null;
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request(engine, version))) {
            Endpoint endpoint = Servers.fresh(sandbox, "restarted");
            Servers.run(endpoint, Servers.script("same-everywhere.sql"));
            Servers.run(endpoint, "create role clerks");
            List<String> statements = new GeneratedSchema(engine, 1).statements();
            Servers.run(
                    endpoint,
                    statements.stream().filter(s -> !s.startsWith("grant ")).toList());
            Servers.run(
                    endpoint,
                    "grant select on restarted.* to clerks",
                    "insert into orders (qty, price) values (1, 2), (3, 4)",
                    "create table in_memory (a int, key using hash (a)) engine = memory");
            Snapshot before = Servers.snapshot(endpoint);
            Started started = Started.of(endpoint);

            Servers.run(endpoint, "shutdown");
            restarted = started.again();

            assertThat(Differ.compare(before, answer(endpoint)).changes()).isEmpty();

            restarted.destroyForcibly().waitFor();
            restarted = started.again();

            assertThat(Differ.compare(before, answer(endpoint)).changes()).isEmpty();
        } finally {
            if (restarted != null) {
                restarted.destroyForcibly().waitFor();
            }
        }
    }

    private static Snapshot answer(Endpoint endpoint) throws InterruptedException, SQLException {
        for (int i = 0; ; i++) {
            try (Connection connection = Servers.connect(endpoint)) {
                assertThat(connection.isValid(1)).isTrue();
                return Servers.snapshot(endpoint);
            } catch (SQLException e) {
                if (i == 300) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** How a server was started. */
    private record Started(ProcessHandle process, List<String> command, List<String> environment) {

        static Started of(Endpoint endpoint) throws SQLException, IOException {
            try (Connection connection = Servers.connect(endpoint);
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select @@pid_file")) {
                row.next();
                long pid = Long.parseLong(
                        Files.readString(Path.of(row.getString(1))).strip());
                Path process = Path.of("/proc", Long.toString(pid));
                return new Started(
                        ProcessHandle.of(pid).orElseThrow(),
                        words(process.resolve("cmdline")),
                        words(process.resolve("environ")));
            }
        }

        private static List<String> words(Path file) throws IOException {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\0", -1))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        /** Starts it anew, once it has ended. */
        Process again() throws Exception {
            process.onExit().get(60, TimeUnit.SECONDS);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            for (String variable : environment) {
                int equals = variable.indexOf('=');
                if (equals > 0) {
                    builder.environment().put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            return builder.start();
        }
    }
}
