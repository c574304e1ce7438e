package dev.plumbline.sandbox;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.plumbline.source.Endpoint;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** What running servers say of themselves, asked through the drivers that the product uses. */
final class Answers {

    private Answers() {}

    static Connection connect(Endpoint endpoint) throws SQLException {
        return DriverManager.getConnection(
                endpoint.url(),
                endpoint.user().orElseThrow(),
                endpoint.password().value().orElseThrow());
    }

    static CqlSession session(Endpoint endpoint) {
        URI uri = URI.create(endpoint.url());
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(uri.getHost(), uri.getPort()))
                .withLocalDatacenter(uri.getQuery().replace("dc=", ""))
                .withAuthCredentials(
                        endpoint.user().orElseThrow(),
                        endpoint.password().value().orElseThrow())
                .build();
    }

    static String ask(Endpoint endpoint, String query) throws SQLException {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "no row";
        }
    }

    static String version(Sandbox sandbox) throws SQLException {
        if (sandbox.engine().equals("cassandra")) {
            try (CqlSession session = session(sandbox.endpoint(""))) {
                Row row = session.execute("SELECT release_version FROM system.local")
                        .one();
                return Objects.requireNonNull(Objects.requireNonNull(row).getString(0));
            }
        }
        return ask(sandbox.endpoint("shop"), "SELECT version()");
    }

    /** Whether anything listens where the endpoint points. */
    static boolean listens(Endpoint endpoint) {
        URI uri = URI.create(endpoint.url().replaceFirst("^jdbc:", ""));
        try (java.net.Socket socket = new java.net.Socket(uri.getHost(), uri.getPort())) {
            return socket.isConnected();
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
