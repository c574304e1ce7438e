package dev.plumbline.source.postgresql;

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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One real server of each version, started when first asked for and stopped with this process. */
final class Servers {

    static final Kinds KINDS = Catalog.allKinds();

    private static final Map<String, Sandbox> RUNNING = new ConcurrentHashMap<>();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Servers() {}

    static Sandbox of(String version) {
        return RUNNING.computeIfAbsent(
                version, v -> Sandboxes.embedded(Progress.SILENT).start(new Request("postgresql", v)));
    }

    /** A database of its own, filled by a script of the test resources. */
    static Endpoint database(String version, String script) throws SQLException {
        Endpoint endpoint = of(version).endpoint("test" + DATABASES.incrementAndGet());
        execute(endpoint, resource(script));
        return endpoint;
    }

    static Connection connect(Endpoint endpoint) throws SQLException {
        return DriverManager.getConnection(
                endpoint.url(),
                endpoint.user().orElseThrow(),
                endpoint.password().value().orElse(""));
    }

    /** For a reader of hundreds of snapshots: parsing and planning the catalogue's queries takes most of its time. */
    static Connection connectAgainAndAgain(Endpoint endpoint) throws SQLException {
        return connect(
                with(endpoint, "preferQueryMode=extendedCacheEverything&prepareThreshold=1&binaryTransfer=false"));
    }

    static void execute(Endpoint endpoint, String sql) throws SQLException {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Reading read(Endpoint endpoint) {
        return new PostgresReader().open(endpoint, KINDS).read();
    }

    static Snapshot snapshot(Endpoint endpoint) {
        return read(endpoint).snapshot();
    }

    /** The same database with another URL parameter. */
    static Endpoint with(Endpoint endpoint, String parameter) {
        String separator = endpoint.url().contains("?") ? "&" : "?";
        return new Endpoint(
                endpoint.url() + separator + parameter,
                endpoint.user(),
                endpoint.password(),
                endpoint.schemas(),
                endpoint.limits());
    }

    /** The same database through another account. */
    static Endpoint as(Endpoint endpoint, String user, String password) {
        return new Endpoint(
                endpoint.url(),
                Optional.of(user),
                new Endpoint.Secret(Optional.of(password)),
                endpoint.schemas(),
                endpoint.limits());
    }

    static Endpoint within(Endpoint endpoint, Endpoint.Limits limits) {
        return new Endpoint(endpoint.url(), endpoint.user(), endpoint.password(), endpoint.schemas(), limits);
    }

    static String resource(String name) {
        try (InputStream in = Servers.class.getResourceAsStream("/cases/postgresql/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
