package dev.plumbline.bench;

import com.datastax.oss.driver.api.core.CqlSession;
import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a sandbox, fills one database for each number of tables, says on standard output how to reach them, and runs
 * until standard input ends.
 */
final class Server {

    private Server() {}

    /** @param arguments the engine, its version, and numbers of tables */
    public static void main(String[] arguments) throws SQLException, IOException {
        String engine = arguments[0];
        List<Integer> sizes =
                Arrays.stream(arguments).skip(2).map(Integer::valueOf).toList();
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request(engine, arguments[1]))) {
            System.out.println("version " + sandbox.version());
            for (int tables : sizes) {
                String database = engine.equals("cassandra") ? "" : "t" + tables;
                Endpoint endpoint = sandbox.endpoint(database);
                long start = System.nanoTime();
                fill(engine, endpoint, tables);
                System.err.printf("%s: %,d tables made in %.0f s%n", engine, tables, (System.nanoTime() - start) / 1e9);
                System.out.println("database " + tables + " " + endpoint.url() + " "
                        + endpoint.user().orElse("") + " "
                        + endpoint.password().value().orElse(""));
            }
            System.out.println("ready");
            System.out.flush();
            while (System.in.read() >= 0) {
                // Whoever started this holds the other end open as long as the server is needed.
            }
        }
    }

    private static void fill(String engine, Endpoint endpoint, int tables) throws SQLException {
        if (engine.equals("cassandra")) {
            fillCassandra(endpoint, tables);
            return;
        }
        try (Connection connection = DriverManager.getConnection(
                        endpoint.url(),
                        endpoint.user().orElse(""),
                        endpoint.password().value().orElse(""));
                Statement statement = connection.createStatement()) {
            for (String sql : engine.equals("postgresql") ? Tables.postgresql(tables) : Tables.mariadb(tables)) {
                statement.execute(sql);
            }
        }
    }

    private static void fillCassandra(Endpoint endpoint, int tables) {
        URI uri = URI.create(endpoint.url());
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(uri.getHost(), uri.getPort()))
                .withLocalDatacenter("datacenter1")
                .withAuthCredentials(
                        endpoint.user().orElse(""), endpoint.password().value().orElse(""))
                .withConfigLoader(Rival.patient(false))
                .build()) {
            Tables.cassandra(tables).forEach(session::execute);
        }
    }
}
