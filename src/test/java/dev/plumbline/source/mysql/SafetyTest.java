package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Coverage.Status;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reading does to a server that others use, and what it says when it cannot see. */
class SafetyTest {

    @Test
    void poorAccountIsToldWhatItCannotSee() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "poverty");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        Servers.run(
                endpoint,
                "create or replace user pauper@'%' identified by 'pw'",
                "create or replace user pauper@localhost identified by 'pw'",
                "grant select on poverty.customer to pauper@'%'",
                "grant select on poverty.customer to pauper@localhost");

        Coverage coverage =
                Servers.snapshot(Servers.as(endpoint, "pauper", "pw")).coverage();

        assertThat(coverage.of("role").status()).isEqualTo(Status.DENIED);
        assertThat(coverage.of("grant").status()).isEqualTo(Status.PARTIAL);
        for (String kind : List.of(
                "table", "column", "index", "foreign_key", "check_constraint", "view", "trigger", "event", "routine")) {
            assertThat(coverage.of(kind).status()).as(kind).isEqualTo(Status.PARTIAL);
            assertThat(coverage.of(kind).reason()).as(kind).isNotEmpty();
        }
        assertThat(coverage.of("setting").status()).isEqualTo(Status.READ);
    }

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void accountWithTheDocumentedPrivilegesSeesEverything(String engine, String version) throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "auditing");
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        for (String host : List.of("%", "localhost")) {
            String account = "auditor@'" + host + "'";
            String native_ = engine.equals("mysql") ? "with mysql_native_password by" : "by";
            Servers.run(
                    endpoint,
                    "drop user if exists " + account,
                    "create user " + account + " identified " + native_ + " 'pw'",
                    "grant select, references, trigger, show view, event on auditing.* to " + account,
                    "grant select on mysql.* to " + account);
        }
        if (engine.equals("mariadb")) {
            Servers.run(endpoint, "grant show create routine on auditing.* to auditor@'%', auditor@localhost");
        } else {
            Servers.run(endpoint, "grant select on *.* to auditor@'%', auditor@localhost");
        }

        Coverage coverage =
                Servers.snapshot(Servers.as(endpoint, "auditor", "pw")).coverage();

        assertThat(coverage.kinds().keySet())
                .allSatisfy(kind -> assertThat(coverage.of(kind).status())
                        .as(kind + ": " + coverage.of(kind).reason())
                        .isIn(Status.READ, Status.UNSUPPORTED, Status.EXCLUDED));
    }

    @Test
    void lockedTableIsSaidAndWaitedForOnce() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "locked");
        Servers.run(endpoint, "create table t (id int primary key)");
        Endpoint hasty = new Endpoint(
                endpoint.url(),
                endpoint.user(),
                endpoint.password(),
                List.of(),
                new Endpoint.Limits(5_000, 20_000, 1_000));
        CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> {
            try {
                // The new table is locked against everyone until the rows are there.
                Servers.run(endpoint, "create table slow as select sleep(20) as a");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitSleep(endpoint);
        long start = System.nanoTime();

        Coverage coverage = Servers.snapshot(hasty).coverage();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(holder).isNotDone();
        assertThat(coverage.of("column").status()).isEqualTo(Status.FAILED);
        assertThat(coverage.of("column").reason()).contains("locked");
        assertThat(coverage.of("routine").status()).isEqualTo(Status.READ);
        kill(endpoint);
    }

    @Test
    void tableThatIsWrittenUnderLockIsReadWithoutWaiting() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "busy");
        Servers.run(endpoint, "create table t (id int primary key)");
        try (Connection other = Servers.connect(endpoint);
                Statement statement = other.createStatement()) {
            statement.execute("lock tables t write");

            assertThat(Servers.snapshot(endpoint).coverage().of("column").status())
                    .isEqualTo(Status.READ);
        }
    }

    @ParameterizedTest
    @CsvSource({"mariadb,11.4,2000", "mysql,8.0,300"})
    void serverSeesOnlyTheStatementsOfTheReportAndNoneThatWrites(String engine, String version, int tables)
            throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "watched");
        Servers.run(endpoint, "create table t0 (id int primary key)");
        Reading small = Servers.read(endpoint);
        List<String> create = new ArrayList<>();
        for (int i = 1; i < tables; i++) {
            create.add("create table t" + i + " (id int primary key, constraint fk" + i
                    + " foreign key (id) references t" + i / 10 + " (id))");
        }
        Servers.run(endpoint, create);
        Servers.run(
                endpoint,
                "set global log_output = 'TABLE'",
                "truncate mysql.general_log",
                "set global general_log = on");

        Reading large = Servers.read(endpoint);

        Servers.run(endpoint, "set global general_log = off");
        assertThat(large.statements()).extracting(Reading.Statement::text).isEqualTo(texts(small));
        List<String> seen = new ArrayList<>();
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select argument from mysql.general_log where command_type = 'Query' and argument not like 'set global%'"
                                + " and thread_id = (select max(thread_id) from mysql.general_log where argument like '%information_schema.columns c%')")) {
            while (rows.next()) {
                seen.add(rows.getString(1).strip());
            }
        }
        assertThat(seen)
                .containsAll(
                        large.statements().stream().map(s -> s.text().strip()).toList());
        assertThat(seen)
                .allMatch(text -> text.toLowerCase(Locale.ROOT).matches("(?s)(select|show|set)\\s.*"), "reads only")
                .hasSizeLessThan(large.statements().size() + 5);
        Servers.run(endpoint, "drop database watched", "create database watched");
    }

    private static List<String> texts(Reading reading) {
        return reading.statements().stream().map(Reading.Statement::text).toList();
    }

    @Test
    void sessionCannotWrite() throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.mariadb(), "readonly");
        Servers.run(endpoint, "create table t (id int)");
        try (Session session = Session.open(endpoint, Deadline.never())) {
            assertThatThrownBy(() -> session.rows("write", "insert into t values (1)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("READ ONLY");
        }
    }

    @Test
    void failureToConnectIsOneSentenceWithoutThePassword() throws Exception {
        Endpoint good = Servers.mariadb().endpoint("mysql");
        String noSchema = good.url().replaceFirst("/mysql\\b", "/nowhere");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertProblem(Servers.as(good, "root", "Geheim-7"), "refuses the account or its password");
        assertProblem(
                new Endpoint(noSchema, good.user(), good.password(), List.of(), good.limits()), "has no such schema");
        assertProblem(
                new Endpoint(
                        "jdbc:mariadb://127.0.0.1:" + free + "/x",
                        good.user(),
                        good.password(),
                        List.of(),
                        good.limits()),
                "no server answers");
        assertProblem(
                new Endpoint(
                        "jdbc:mysql://user:Geheim-7@127.0.0.1:" + free + "/x",
                        good.user(),
                        good.password(),
                        List.of(),
                        good.limits()),
                "has no place for a user before the host");
        for (String greeting : List.of("", "J\0", "J\0\0\0\n5.5.5-11.4")) {
            try (ServerSocket cut = stranger(greeting)) {
                assertProblem(
                        new Endpoint(
                                "jdbc:mariadb://127.0.0.1:" + cut.getLocalPort() + "/x",
                                good.user(),
                                good.password(),
                                List.of(),
                                new Endpoint.Limits(2_000, 2_000, 1_000)),
                        "the connection was cut");
            }
        }
        try (ServerSocket stranger = stranger("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            assertProblem(
                    new Endpoint(
                            "jdbc:mariadb://127.0.0.1:" + stranger.getLocalPort() + "/x",
                            good.user(),
                            good.password(),
                            List.of(),
                            new Endpoint.Limits(2_000, 2_000, 1_000)),
                    "no MySQL or MariaDB server");
        }
    }

    @ParameterizedTest
    @CsvSource({"mariadb,11.4", "mysql,8.0"})
    void whyAnAccountIsNotLetInIsSaid(String engine, String version) throws Exception {
        Endpoint endpoint = Servers.fresh(Servers.server(engine, version), "guarded");
        String identified = engine.equals("mysql") ? "identified with mysql_native_password by" : "identified by";
        Servers.run(
                endpoint,
                "drop user if exists wrapped@localhost, locked@localhost, expired@localhost",
                "create user wrapped@localhost " + identified + " 'Geheim-8' require ssl",
                "create user locked@localhost " + identified + " 'Geheim-8' account lock",
                "create user expired@localhost " + identified + " 'Geheim-8' password expire",
                "grant select on guarded.* to wrapped@localhost, locked@localhost, expired@localhost");

        assertProblem(Servers.as(endpoint, "wrapped", "Geheim-8"), "whether it must use TLS");
        assertProblem(Servers.as(endpoint, "locked", "Geheim-8"), "the account is locked");
        assertProblem(Servers.as(endpoint, "expired", "Geheim-8"), "the account's password has expired");
        if (engine.equals("mariadb")) {
            Endpoint encrypted = new Endpoint(
                    endpoint.url() + "?sslMode=trust",
                    endpoint.user(),
                    endpoint.password(),
                    List.of(),
                    endpoint.limits());
            assertProblem(encrypted, "no encrypted connection came about");
        }
    }

    @Test
    void aServerThatIsTooOldIsRefusedAndNamed() {
        Endpoint endpoint = Servers.mariadb().endpoint("");
        for (String text : List.of("5.6.51-log", "10.3.39-MariaDB-0+deb10u2", "5.5.5-10.1.48-MariaDB")) {
            assertThatThrownBy(() -> Session.supported(text, endpoint))
                    .isInstanceOf(ProblemsException.class)
                    .hasMessageContaining("older than MySQL 5.7 or MariaDB 10.4")
                    .hasMessageContaining("generic JDBC reader");
        }
        assertThat(Session.supported("5.5.5-10.6.18-MariaDB-log", endpoint))
                .hasToString("10.6.18")
                .returns("mariadb", v -> v.flavour());
        assertThat(Session.supported("5.7.22", endpoint)).returns("mysql", v -> v.flavour());
    }

    private static void assertProblem(Endpoint endpoint, String what) {
        assertThatThrownBy(() -> Servers.read(endpoint))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(what)
                .message()
                .doesNotContain("Geheim")
                .doesNotContain("\n");
    }

    /** A server that says one thing and hangs up. */
    private static ServerSocket stranger(String greeting) throws IOException {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (var client = server.accept()) {
                    client.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    return;
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void awaitSleep(Endpoint endpoint) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (!sleeping(endpoint).isEmpty()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the table was never being made");
    }

    private static void kill(Endpoint endpoint) throws SQLException {
        for (String id : sleeping(endpoint)) {
            Servers.run(endpoint, "kill " + id);
        }
    }

    private static List<String> sleeping(Endpoint endpoint) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id from information_schema.processlist where state = 'User sleep'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
