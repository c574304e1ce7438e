package dev.plumbline.migration;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** One JDBC connection; each statement commits by itself unless the script opens a transaction. */
final class JdbcConsole implements Console {

    private final Connection connection;

    JdbcConsole(Endpoint endpoint) {
        Properties properties = new Properties();
        endpoint.user().ifPresent(user -> properties.setProperty("user", user));
        endpoint.password().value().ifPresent(password -> properties.setProperty("password", password));
        try {
            connection = DriverManager.getConnection(endpoint.url(), properties);
        } catch (SQLException e) {
            throw new ProblemsException(
                    new Problem(endpoint.safeUrl(), "the sandbox does not let us in: " + e.getMessage(), ""), e);
        }
    }

    @Override
    public void run(String statement) {
        try (Statement jdbc = connection.createStatement()) {
            // Text of a migration is the user's own and meant for this server: there is nothing to escape.
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement);
        } catch (SQLException e) {
            throw new ConsoleException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The sandbox goes away with its connections; a close that fails loses nothing.
            return;
        }
    }
}
