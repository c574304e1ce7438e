package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A disposable Cassandra node, a session to change it with, and the reader under test. */
public final class Cluster implements AutoCloseable {

    static final Kinds KINDS = Catalog.allKinds();

    private static final Map<String, Cluster> SHARED = new ConcurrentHashMap<>();
    private static final String ADMINISTRATOR = "cassandra";

    private final Sandbox sandbox;
    private final CqlSession session;
    private final boolean shared;
    private @Nullable Connection connection;

    private Cluster(Sandbox sandbox, boolean shared) {
        this.sandbox = sandbox;
        this.shared = shared;
        Endpoint endpoint = sandbox.endpoint("");
        URI url = URI.create(endpoint.url());
        this.session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(url.getHost(), url.getPort()))
                .withLocalDatacenter("datacenter1")
                .withAuthCredentials(
                        endpoint.user().orElseThrow(),
                        endpoint.password().value().orElseThrow())
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        // One node agrees with itself.
                        .withDuration(DefaultDriverOption.CONTROL_CONNECTION_AGREEMENT_TIMEOUT, Duration.ZERO)
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(60))
                        .build())
                .build();
    }

    static Cluster start(String version) {
        return new Cluster(server(version), /* shared= */ false);
    }

    /**
     * A node that the tests of a run share one after the other, which goes with the process. Closing it takes away the
     * keyspaces and roles that a test made.
     */
    public static Cluster shared(String version) {
        return SHARED.computeIfAbsent(version, v -> new Cluster(server(v), /* shared= */ true));
    }

    private static Sandbox server(String version) {
        return Sandboxes.embedded(Progress.SILENT).start(new Request("cassandra", version));
    }

    String version() {
        return sandbox.version();
    }

    /** Runs statements that end in a semicolon at the end of a line; the next one starts with a capital letter. */
    public void run(String script) {
        Arrays.stream(script.split(";\\s*\n(?=[A-Z])|;\\s*$", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(session::execute);
    }

    static String text(String resource) {
        try {
            return Files.readString(Path.of("src/test/resources").resolve(resource), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> ask(String cql) {
        return session.execute(cql).all();
    }

    /** Sends all questions at once; the answers in the order of the questions. */
    Supplier<List<Row>> askAll(List<String> questions) {
        List<CompletableFuture<AsyncResultSet>> answers = questions.stream()
                .map(question -> session.executeAsync(question).toCompletableFuture())
                .toList();
        return () -> {
            List<Row> rows = new ArrayList<>();
            for (CompletableFuture<AsyncResultSet> answer : answers) {
                for (AsyncResultSet page = answer.join();
                        ;
                        page = page.fetchNextPage().toCompletableFuture().join()) {
                    page.currentPage().forEach(rows::add);
                    if (!page.hasMorePages()) {
                        break;
                    }
                }
            }
            return rows;
        };
    }

    /** @param keyspace empty for the whole cluster */
    Reading reading(String keyspace) {
        return new CassandraReader().open(sandbox.endpoint(keyspace), KINDS).read();
    }

    Snapshot read(String keyspace) {
        return reading(keyspace).snapshot();
    }

    /** Reads the whole cluster over a connection that stays open, which saves most of the time. */
    Snapshot readAgain() {
        return readAgain("");
    }

    /** @param keyspace to which the reading is relative; empty for the whole cluster */
    Snapshot readAgain(String keyspace) {
        Endpoint endpoint = sandbox.endpoint(keyspace);
        CqlUrl url = CqlUrl.parse(endpoint);
        if (connection == null) {
            connection = Connection.open(endpoint, url);
        }
        return new CassandraSource(endpoint, url, KINDS).read(connection).snapshot();
    }

    /** The administrator's way in with another URL; {@code $host} stands for host and port. */
    public Endpoint endpoint(String url) {
        Endpoint endpoint = sandbox.endpoint("");
        String host = URI.create(endpoint.url()).getAuthority();
        return new Endpoint(
                url.replace("$host", host), endpoint.user(), endpoint.password(), List.of(), Endpoint.Limits.DEFAULT);
    }

    Snapshot readAs(String user, String password, String keyspace) {
        Endpoint administrator = sandbox.endpoint(keyspace);
        Endpoint endpoint = new Endpoint(
                administrator.url(),
                Optional.of(user),
                new Endpoint.Secret(Optional.of(password)),
                List.of(),
                Endpoint.Limits.DEFAULT);
        return new CassandraReader().open(endpoint, KINDS).read().snapshot();
    }

    /** What the server says against a statement, or nothing. */
    public String complaint(String cql) {
        try {
            session.execute(cql);
            return "";
        } catch (DriverException e) {
            return e.getMessage() + " in: " + cql + "\n";
        }
    }

    private void clear() {
        for (Row keyspace : ask("SELECT keyspace_name FROM system_schema.keyspaces")) {
            String name = String.valueOf(keyspace.getString(0));
            if (!Scope.isSystem(name)) {
                session.execute("DROP KEYSPACE " + quoted(name));
            }
        }
        for (Row role : ask("SELECT role FROM system_auth.roles")) {
            String name = String.valueOf(role.getString(0));
            if (!name.equals(ADMINISTRATOR)
                    && !complaint("DROP ROLE " + quoted(name)).isEmpty()) {
                // The server trips over an apostrophe in the name.
                session.execute("DELETE FROM system_auth.roles WHERE role = '" + name.replace("'", "''") + "'");
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        if (shared) {
            clear();
            return;
        }
        if (connection != null) {
            connection.close();
        }
        session.close();
        sandbox.close();
    }
}
