package dev.plumbline.source.jdbc;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens a connection that can only read, and never makes a database that was not there. */
final class JdbcConnection {

    private JdbcConnection() {}

    /** @throws ProblemsException if there is no driver, no database, or no way in */
    static Connection open(Endpoint endpoint) {
        String url = endpoint.url();
        try {
            Driver driver = DriverManager.getDriver(url);
            Properties properties = new Properties();
            endpoint.user().ifPresent(user -> properties.setProperty("user", user));
            endpoint.password().value().ifPresent(password -> properties.setProperty("password", password));
            if (url.startsWith("jdbc:sqlite:")) {
                // SQLITE_OPEN_READONLY: without it the driver makes an empty database of a mistyped name.
                properties.setProperty("open_mode", "1");
            }
            if (url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:")) {
                properties.setProperty("IFEXISTS", "TRUE");
            }
            Connection connection = driver.connect(url, properties);
            if (connection == null) {
                throw new SQLException("the driver does not take this URL");
            }
            return connection;
        } catch (SQLException e) {
            boolean noDriver =
                    "08001".equals(e.getSQLState()) && DriverManager.drivers().noneMatch(d -> takes(d, url));
            String mend = noDriver
                    ? "put the database's JDBC driver on the class path"
                    : "check that the database exists and runs, and user and password";
            String what = noDriver ? "no JDBC driver knows this URL" : "no connection: " + message(e, endpoint);
            throw new ProblemsException(new Problem(endpoint.safeUrl(), what, mend), e);
        }
    }

    private static boolean takes(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }

    /** One line, without the password should a driver repeat it. */
    static String message(SQLException error, Endpoint endpoint) {
        String message =
                error.getMessage() == null ? error.getClass().getSimpleName() : Endpoint.redact(error.getMessage());
        String line = message.lines().findFirst().orElse("");
        String secret = endpoint.password().value().orElse("");
        return secret.isEmpty() ? line : line.replace(secret, "********");
    }
}
