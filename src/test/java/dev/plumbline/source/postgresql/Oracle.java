package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.ServerVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * PostgreSQL's own dump program, which knows what belongs to a schema better than we do. It reads servers of its own
 * version or an older one; where it does not fit, the expectations of the case file stand alone, and the log says so.
 *
 * @param endpoint the unchanged database
 * @param administrator makes and drops copies of it
 * @param dump of it
 */
record Oracle(Endpoint endpoint, Statement administrator, String dump) {

    /** Another one than that of the path, with what must stand before it. */
    private static final List<String> PROGRAM =
            List.of(System.getProperty("plumbline.pg_dump", "pg_dump").split(" ", -1));

    /** Whether the dump program here can read a server of this version. */
    static boolean fits(String version) throws IOException {
        String said = said();
        return !said.isEmpty() && ServerVersion.of("postgresql", said).matches(">= " + version);
    }

    static Optional<Oracle> find(String version, String script) throws IOException, SQLException {
        String said = said();
        if (fits(version)) {
            // A database of its own: one that somebody is connected to cannot be copied.
            Endpoint endpoint = Servers.database(version, script);
            // A connection costs more than a copy; this one ends with the process.
            Statement administrator = Servers.connect(at(endpoint, "postgres")).createStatement();
            // The dump to compare with is that of a copy too, for a copy has no subscriptions.
            Oracle oracle = new Oracle(endpoint, administrator, "");
            return Optional.of(new Oracle(endpoint, administrator, oracle.dumpOfCopy("select 1")));
        }
        System.err.println("NOT TESTED: mutations on PostgreSQL " + version + " were not compared with pg_dump; "
                + (said.isEmpty() ? "there is none" : "the one here is " + said.strip()));
        return Optional.empty();
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
        List<String> command = new ArrayList<>(PROGRAM);
        command.addAll(
                List.of("--schema-only", "--create", endpoint.url().substring("jdbc:".length()), "-U", "postgres"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PGPASSWORD", endpoint.password().value().orElse(""));
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String name = name(endpoint);
        return text.lines()
                // A new word each time, which keeps a hostile dump from running commands of psql.
                .filter(line -> !line.startsWith("\\restrict") && !line.startsWith("\\unrestrict"))
                .map(line -> line.replace(name, "DATABASE"))
                .collect(Collectors.joining("\n"));
    }

    private static String name(Endpoint endpoint) {
        return endpoint.url().substring(endpoint.url().lastIndexOf('/') + 1);
    }

    private Endpoint at(String database) {
        return at(endpoint, database);
    }

    private static Endpoint at(Endpoint endpoint, String database) {
        return new Endpoint(
                endpoint.url().replace(name(endpoint), database),
                endpoint.user(),
                endpoint.password(),
                endpoint.schemas(),
                endpoint.limits());
    }

    /** The dump of a mutated copy differs if and only if the case expects a change, unless the dump is blind to it. */
    void agrees(Mutations mutation) throws SQLException, IOException {
        if (!mutation.blind().isEmpty()) {
            return;
        }
        boolean changed = !dumpOfCopy(mutation.sql()).equals(dump);
        assertThat(changed)
                .as("pg_dump sees a change in: " + mutation.sql())
                .isEqualTo(!mutation.changes().isEmpty());
    }

    private String dumpOfCopy(String sql) throws SQLException, IOException {
        String copy = name(endpoint) + "_copy";
        administrator.execute("create database " + copy + " template " + name(endpoint));
        try {
            Servers.execute(at(copy), "set search_path = shop, public; " + sql);
            return dump(at(copy));
        } finally {
            administrator.execute("alter database " + copy + " is_template false");
            administrator.execute("drop database " + copy);
        }
    }
}
