package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxesTest {

    private final Sandboxes sandboxes = Sandboxes.embedded(Progress.SILENT);

    @Test
    void enginesStartSideBySideAndAreGoneAfterClose() throws Exception {
        List<Sandbox> running = sandboxes.start(List.of(
                new Request("postgresql", "17"), new Request("mariadb", "11.4"), new Request("cassandra", "5.0")));
        try {
            assertThat(running).extracting(Sandbox::engine).containsExactly("postgresql", "mariadb", "cassandra");
            for (Sandbox sandbox : running) {
                assertThat(Answers.version(sandbox)).contains(sandbox.version());
            }
        } finally {
            running.forEach(Sandbox::close);
        }
        for (Sandbox sandbox : running) {
            EmbeddedSandbox embedded = (EmbeddedSandbox) sandbox;
            assertThat(ProcessHandle.of(embedded.supervisor())).isEmpty();
            assertThat(embedded.folderOfServer()).doesNotExist();
            sandbox.close();
            assertThatThrownBy(() -> sandbox.endpoint("shop")).hasMessageContaining("is closed");
        }
    }

    @ParameterizedTest
    @CsvSource({"postgresql,17", "mariadb,11.4"})
    void accountsHaveOnlyTheRightsTheyWereGiven(String engine, String version) throws Exception {
        try (Sandbox sandbox = sandboxes.start(new Request(engine, version))) {
            Endpoint endpoint = sandbox.endpoint("shop");
            boolean postgresql = engine.equals("postgresql");
            try (Connection connection = Answers.connect(endpoint);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE open_to_all (id INT PRIMARY KEY)");
                statement.execute("CREATE TABLE closed (id INT PRIMARY KEY)");
                statement.execute(
                        postgresql ? "CREATE ROLE guest LOGIN PASSWORD 'x'" : "CREATE USER guest IDENTIFIED BY 'x'");
                statement.execute("GRANT SELECT ON open_to_all TO guest");
            }
            try (Connection guest = DriverManager.getConnection(endpoint.url(), "guest", "x");
                    Statement statement = guest.createStatement()) {
                assertThat(statement.execute("SELECT * FROM open_to_all")).isTrue();
                assertThatThrownBy(() -> statement.execute("SELECT * FROM closed"))
                        .isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(() -> DriverManager.getConnection(endpoint.url(), "guest", "wrong"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void cassandraKnowsRolesAndRefusesTheWellKnownPassword() throws Exception {
        try (Sandbox sandbox = sandboxes.start(new Request("cassandra", ""))) {
            Endpoint endpoint = sandbox.endpoint("");
            try (CqlSession session = Answers.session(endpoint)) {
                session.execute("CREATE ROLE guest WITH LOGIN = true AND PASSWORD = 'x'");
                assertThat(session.execute("LIST ROLES").all())
                        .extracting(row -> row.getString("role"))
                        .containsExactlyInAnyOrder("cassandra", "guest");
            }
            int port = java.net.URI.create(endpoint.url()).getPort();
            assertThatThrownBy(() -> new CqlConnection("127.0.0.1", port, "cassandra", "cassandra").close())
                    .hasMessageContaining("incorrect");
        }
    }

    @ParameterizedTest
    @CsvSource({"postgresql,17", "mariadb,11.4"})
    void nothingOfTheMachineShows(String engine, String version) throws Exception {
        try (Sandbox sandbox = sandboxes.start(new Request(engine, version))) {
            Endpoint endpoint = sandbox.endpoint("");
            if (engine.equals("postgresql")) {
                assertThat(Answers.ask(endpoint, "SHOW log_timezone")).isEqualTo("UTC");
                assertThat(Answers.ask(endpoint, "SELECT datcollate FROM pg_database WHERE datname = 'postgres'"))
                        .isEqualTo("C");
                assertThat(Answers.ask(endpoint, "SHOW server_encoding")).isEqualTo("UTF8");
            } else {
                assertThat(Answers.ask(endpoint, "SELECT @@global.time_zone")).isEqualTo("+00:00");
                assertThat(Answers.ask(endpoint, "SELECT @@collation_server")).isEqualTo("utf8mb4_general_ci");
                assertThat(Answers.ask(
                                endpoint, "SELECT group_concat(user, '@', host ORDER BY user, host) FROM mysql.user"))
                        .isEqualTo("mariadb.sys@localhost,root@localhost");
            }
        }
    }

    @Test
    void oneFailureStopsTheOthersAndAllProblemsAreTold() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        assertThatThrownBy(() -> sandboxes.start(List.of(
                        new Request("postgresql", "17"), new Request("postgresql", "9.6"), new Request("oracle", ""))))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.where() + " | " + problem.mend())
                                .containsExactly(
                                        "sandbox postgresql 9.6 | use one of 17, 18, 16, 15, 14, or 'container: true' with an"
                                                + " image of that version",
                                        "sandbox oracle | use one of postgresql, mariadb, mysql, cassandra, or give the URL of"
                                                + " a server"));
        assertThat(ProcessHandle.current().children()).isSubsetOf(before);
    }

    @Test
    void serverThatCannotStartShowsItsLog(@org.junit.jupiter.api.io.TempDir Path cache) throws Exception {
        Release release = Release.of(new Request("mariadb", "11.4"));
        Path home = Cache.defaultFolder().resolve(release.folderName());
        sandboxes.start(new Request("mariadb", "11.4")).close();
        Files.createSymbolicLink(cache.resolve(release.folderName()), home);
        // A data folder without system tables.
        Files.createDirectories(cache.resolve(release.folderName() + "-data-1").resolve("data"));
        assertThatThrownBy(() -> Sandboxes.embedded(cache, Progress.SILENT).start(new Request("mariadb", "11.4")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("sandbox mariadb 11.4.5: the server ended while it started")
                .hasMessageContaining("mysql.plugin");
    }
}
