package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Programs;
import dev.plumbline.source.ServerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * PostgreSQL's own dump program, which knows what belongs to a schema better than we do. It reads servers of its own
 * version or an older one; where it does not fit, the expectations of the case file stand alone, and a skipped test says
 * so. One thread at a time may ask it.
 */
final class Oracle {

    /** That of the property, with what must stand before it, that of the script newest-pg_dump, or that of the path. */
    private static final List<String> PROGRAM = List.of(System.getProperty(
                    "plumbline.pg_dump",
                    Programs.left("pg_dump").map(Path::toString).orElse("pg_dump"))
            .split(" ", -1));

    private final Endpoint endpoint;
    private final Endpoint copy;
    private final ServerVersion server;
    private final Statement administrator;

    /** Of a copy that nobody has changed; of any other one there is none. */
    private final String unchanged;

    /** To a copy, which has gone through some mutations already; nothing before the first. */
    private Optional<Connection> connection = Optional.empty();

    /** Of the copy, as it is now. */
    private String now = "";

    private Oracle(String version, String script) throws IOException, SQLException {
        // A database of its own: one that somebody is connected to cannot be copied.
        endpoint = Servers.database(version, script);
        // The five thousand comments of the system's own objects are read for every dump, and are in none.
        Servers.execute(
                endpoint, "delete from pg_description where objoid < 16384 and classoid <> 'pg_namespace'::regclass");
        copy = at(endpoint, name(endpoint) + "_copy");
        server = ServerVersion.of("postgresql", version);
        // A connection costs more than a copy; this one ends with the process.
        administrator = Servers.connect(at(endpoint, "postgres")).createStatement();
        // The dump to compare with is that of a copy too, for a copy has no subscriptions.
        make();
        unchanged = dump(copy);
    }

    /** Nothing if the dump program cannot read this version. */
    static Optional<Oracle> find(String version, String script) throws IOException, SQLException {
        return fits(version) ? Optional.of(new Oracle(version, script)) : Optional.empty();
    }

    /** Whether the dump program here can read a server of this version. */
    static boolean fits(String version) throws IOException {
        String said = said();
        return !said.isEmpty() && ServerVersion.of("postgresql", said).matches(">= " + version);
    }

    /** Skips the test, and says what that leaves untested. */
    static void require(String version, String what) throws IOException {
        if (!fits(version)) {
            String there = said().isEmpty() ? "there is none" : "the one here is " + said().strip();
            String untested = "NOT TESTED: " + what + " of PostgreSQL " + version + " were not compared with pg_dump; "
                    + there + ", and src/test/postgresql/newest-pg_dump fetches a newer one";
            System.err.println(untested);
            Assumptions.abort(untested);
        }
    }

    private static String said() throws IOException {
        try {
            List<String> command = new ArrayList<>(PROGRAM);
            command.add("--version");
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    static String dump(Endpoint endpoint) throws IOException {
        String name = name(endpoint);
        return dump(endpoint, "--create")
                .lines()
                // A new word each time, which keeps a hostile dump from running commands of psql.
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .map(line -> line.replace(name, "DATABASE"))
                .collect(Collectors.joining("\n"));
    }

    /** Exactly what the program writes. */
    static String dump(Endpoint endpoint, String option) throws IOException {
        List<String> command = new ArrayList<>(PROGRAM);
        command.addAll(List.of(
                "--schema-only", option, "-U", "postgres", endpoint.url().substring("jdbc:".length())));
        try {
            return Programs.run(Map.of("PGPASSWORD", endpoint.password().value().orElse("")), "", command);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static String name(Endpoint endpoint) {
        return endpoint.url().substring(endpoint.url().lastIndexOf('/') + 1);
    }

    private static Endpoint at(Endpoint endpoint, String database) {
        return new Endpoint(
                endpoint.url().replace(name(endpoint), database),
                endpoint.user(),
                endpoint.password(),
                endpoint.schemas(),
                endpoint.limits());
    }

    /**
     * The dump of a copy changes with a mutation if and only if the case expects a change, unless the dump is blind to
     * it. As copies are slow, one goes through mutations until one fails or does not do on it what it should; the verdict
     * is then that of a new one, as it is where nothing may change, for to a table that is gone nothing does.
     */
    void agrees(Mutations mutation) throws SQLException, IOException {
        if (!mutation.blind().isEmpty()) {
            return;
        }
        boolean expected = !mutation.changes(server).isEmpty();
        if (connection.isPresent() && expected && changesUsedCopy(mutation.sql())) {
            return;
        }
        remove();
        make();
        now = unchanged;
        assertThat(changes(mutation.sql()))
                .as("pg_dump sees a change in: " + mutation.sql())
                .isEqualTo(expected);
    }

    private boolean changesUsedCopy(String sql) throws IOException {
        try {
            return changes(sql);
        } catch (SQLException impossibleAfterAnEarlierOne) {
            return false;
        }
    }

    private boolean changes(String sql) throws SQLException, IOException {
        try (Statement statement = connection.orElseThrow().createStatement()) {
            statement.execute("discard all");
            statement.execute("set search_path = shop, public; " + sql);
        }
        String before = now;
        now = dump(copy);
        return !now.equals(before);
    }

    private void make() throws SQLException {
        administrator.execute("create database " + name(copy) + " template " + name(endpoint));
        connection = Optional.of(Servers.connect(copy));
    }

    private void remove() throws SQLException {
        connection.orElseThrow().close();
        administrator.execute("alter database " + name(copy) + " is_template false");
        administrator.execute("drop database " + name(copy) + " with (force)");
    }
}
