package dev.plumbline.source.mysql;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading.Statement;
import dev.plumbline.source.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Driver;

/**
 * A connection that cannot write, waits only briefly for locks, and sees texts the same way whatever the server's own
 * settings are.
 *
 * <p>Statements are their own transactions: a transaction around all of them would hold metadata locks on the tables
 * of privileges and make MariaDB skip, instead of wait for, a table that is being altered; and a catalogue that is
 * not transactional would be no more consistent for it.
 */
final class Session implements AutoCloseable {

    /** Warnings in place of a row: the table is being altered, or locked for too long. */
    private static final Set<Integer> LEFT_OUT = Set.of(1684, 1205);

    private final Connection connection;
    private final List<Statement> statements = new ArrayList<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private final ServerVersion version;
    private final String schema;
    private boolean waiting = true;
    private boolean leftOut;

    private Session(Connection connection, Endpoint endpoint) throws SQLException {
        this.connection = connection;
        this.version = supported(rows("version", "select version()").get(0), endpoint);
        rows("session", settings(endpoint.limits()));
        String named = rows("schema", "select coalesce(database(), '')").get(0);
        this.schema = named;
    }

    /**
     * The version of a server that can be read.
     *
     * @param text in the server's own words, such as {@code 5.5.5-10.4.1-MariaDB}, where the first number is for clients
     *     that take no other
     * @throws ProblemsException if it is too old
     */
    static ServerVersion supported(String text, Endpoint endpoint) {
        ServerVersion version =
                ServerVersion.of(text.contains("MariaDB") ? "mariadb" : "mysql", text.replaceFirst("^5\\.5\\.5-", ""));
        if (!version.matches("mysql >= 5.7 | mariadb >= 10.4")) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "the server is " + version.flavour() + " " + version
                            + ", which is older than MySQL 5.7 or MariaDB 10.4",
                    "read it with the generic JDBC reader, or upgrade it");
        }
        return version;
    }

    static Session open(Endpoint endpoint, Deadline deadline) {
        String url = endpoint.url();
        if (url.split("\\?", 2)[0].contains("@")) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "an address of MySQL or MariaDB has no place for a user before the host",
                    "write jdbc:mariadb://host:port/schema, and the user beside it");
        }
        if (url.startsWith("jdbc:mysql:")) {
            url += (url.contains("?") ? "&" : "?") + "permitMysqlScheme";
        }
        Properties properties = new Properties();
        endpoint.user().ifPresent(user -> properties.setProperty("user", user));
        endpoint.password().value().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty(
                "connectTimeout", String.valueOf(endpoint.limits().connectMillis()));
        properties.setProperty("socketTimeout", String.valueOf(endpoint.limits().silenceMillis()));
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("connectionCollation", "utf8mb4_general_ci");
        try {
            Connection connection = new Driver().connect(url, properties);
            if (connection == null) {
                throw new ProblemsException(
                        endpoint.safeUrl(),
                        "this is no address of MySQL or MariaDB",
                        "write jdbc:mariadb://host:port/schema");
            }
            deadline.guard(connection);
            try {
                return new Session(connection, endpoint);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw ConnectFailure.of(endpoint, e);
        }
    }

    /** One statement: a second round trip would only cost time. */
    private String settings(Endpoint.Limits limits) {
        long lockSeconds = Math.max(1, limits.lockMillis() / 1_000);
        List<String> settings = new ArrayList<>(List.of(
                "sql_mode = ''",
                "time_zone = '+00:00'",
                "lock_wait_timeout = " + lockSeconds,
                "group_concat_max_len = 16777216",
                version.matches("mariadb")
                        ? "max_statement_time = " + limits.statementMillis() / 1_000.0
                        : "max_execution_time = " + limits.statementMillis()));
        if (version.matches("mysql >= 8")) {
            settings.add("transaction_read_only = on");
        } else {
            settings.add("tx_read_only = on");
        }
        return "set "
                + String.join(", ", settings.stream().map(s -> "session " + s).toList());
    }

    Connection connection() {
        return connection;
    }

    ServerVersion version() {
        return version;
    }

    /** The schema that the URL names; empty if it names none. */
    String schema() {
        return schema;
    }

    /** What was sent so far. */
    List<Statement> statements() {
        return List.copyOf(statements);
    }

    /** The first column of what a statement yields; NULL as an empty text. */
    List<String> rows(String name, String text) throws SQLException {
        long start = System.nanoTime();
        List<String> rows = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement()) {
            if (statement.execute(text)) {
                try (ResultSet result = statement.getResultSet()) {
                    while (result.next()) {
                        String value = result.getString(1);
                        rows.add(value == null ? "" : value);
                    }
                }
            }
            leftOut = leftOut(statement.getWarnings());
        }
        statements.add(new Statement(name, text, rows.size(), (System.nanoTime() - start) / 1_000));
        return rows;
    }

    /**
     * What {@code SHOW CREATE} says of one object: the second column of its row; nothing if that is empty.
     *
     * @param told the text that stands in reports: those of the same text are one line there
     */
    Optional<String> shown(String name, String text, String told) throws SQLException {
        long start = System.nanoTime();
        int rows = 0;
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(text)) {
            rows = result.next() ? 1 : 0;
            return rows == 0 ? Optional.empty() : Optional.ofNullable(result.getString(2));
        } finally {
            long micros = (System.nanoTime() - start) / 1_000;
            Integer known = shown.putIfAbsent(told, statements.size());
            if (known == null) {
                statements.add(new Statement(name, told, rows, micros));
            } else {
                Statement sum = statements.get(known);
                statements.set(known, new Statement(sum.name(), told, sum.rows() + rows, sum.micros() + micros));
            }
        }
    }

    /** Whether the connection is of no more use. */
    boolean isLost(SQLException error) throws SQLException {
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        return state.startsWith("08") || connection.isClosed();
    }

    /** The server's words without the driver's number of the connection, which differs from run to run. */
    static String reason(SQLException error) {
        return error.getErrorCode() + " " + String.valueOf(error.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
    }

    /**
     * Waits for no further lock: who waits the full time for each kind of thing keeps the others of this server waiting
     * too. MySQL cannot wait less than a second.
     */
    void stopWaiting() throws SQLException {
        if (waiting) {
            waiting = false;
            rows("waiting", "set session lock_wait_timeout = " + (version.matches("mariadb") ? 0 : 1));
        }
    }

    /** Whether the statement that was sent last left out a table because another session locks it. */
    boolean leftOut() {
        return leftOut;
    }

    /** Tells by the server's warnings whether a table was left out because another session locks it. */
    static boolean leftOut(@Nullable SQLWarning warnings) {
        for (SQLWarning warning = warnings; warning != null; warning = warning.getNextWarning()) {
            if (LEFT_OUT.contains(warning.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
