package dev.plumbline.source.postgresql;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Connections;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import dev.plumbline.source.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * One connection in one read-only transaction that sees one moment, its own or that of another session. What the session
 * needs is set with {@code SET LOCAL}, so that nothing is left behind in a server connection that a pooler hands to
 * someone else.
 */
final class Session implements AutoCloseable {

    private static final String SAVEPOINT = "savepoint plumbline";
    /** Gives back what the last statement locked, and mends the transaction where that failed. */
    static final String BACK = "rollback to savepoint plumbline";

    private static final String SETTINGS_SEEN = "select pg_has_role('pg_read_all_settings', 'usage')";
    /** Where the catalogue of roles is closed, only a superuser may look; whoever may no longer is none any more. */
    private static final String SUPERUSER = ", (select rolsuper from pg_roles where rolname = current_user)";

    private static final String FORBIDDEN = "42501";

    private static final int MINIMUM_MAJOR = 14;

    private final Endpoint endpoint;
    private final Connection connection;
    private final ServerFacts facts;
    private final List<Reading.Statement> statements;

    private Session(Endpoint endpoint, Connection connection, ServerFacts facts, Reading.Statement opening) {
        this.endpoint = endpoint;
        this.connection = connection;
        this.facts = facts;
        this.statements = new ArrayList<>(List.of(opening));
    }

    /**
     * Connects and begins.
     *
     * @throws ProblemsException if the server cannot be reached, does not let us in, or is not one we can read
     */
    static Session open(Endpoint endpoint, PostgresUrl url, Scope scope, Deadline deadline) {
        Connection connection = null;
        try {
            connection = connect(endpoint, url);
            deadline.guard(connection);
            return begin(connection, endpoint, scope);
        } catch (SQLException e) {
            Connections.close(connection);
            throw ConnectionProblem.of(endpoint, url, e);
        } catch (ProblemsException e) {
            Connections.close(connection);
            throw e;
        }
    }

    /** Connects once more, to see what this session sees; nothing if that cannot be. */
    Optional<Session> beside(PostgresUrl url, Deadline deadline) {
        // Of several hosts another one may answer.
        if (facts.moment().isEmpty() || url.host().contains(",")) {
            return Optional.empty();
        }
        Connection second = null;
        try {
            second = connect(endpoint, url);
            deadline.guard(second);
            second.setAutoCommit(false);
            String text = Opening.text(second, endpoint.limits(), facts.moment()) + ";\n" + SAVEPOINT;
            long start = System.nanoTime();
            try (Statement statement = second.createStatement()) {
                statement.execute(text);
                try (ResultSet row = statement.executeQuery(ServerFacts.SERVER)) {
                    row.next();
                    if (!facts.started().equals(row.getString(1))) {
                        Connections.close(second);
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(new Session(
                    endpoint, second, facts, sent("second session", text + ";\n" + ServerFacts.SERVER, start)));
        } catch (SQLException e) {
            Connections.close(second);
            return Optional.empty();
        }
    }

    private static Connection connect(Endpoint endpoint, PostgresUrl url) throws SQLException {
        Properties properties = new Properties();
        endpoint.user().ifPresent(user -> properties.setProperty("user", user));
        endpoint.password().value().ifPresent(password -> properties.setProperty("password", password));
        Endpoint.Limits limits = endpoint.limits();
        properties.setProperty("connectTimeout", seconds(limits.connectMillis()));
        properties.setProperty("socketTimeout", seconds(limits.silenceMillis()));
        properties.setProperty("ApplicationName", "plumbline");
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("binaryTransfer", "false");
        return Login.of(url.text(), properties, 2L * limits.connectMillis());
    }

    /** Reads inside a transaction that somebody else has begun and will end. */
    static Session within(Connection connection, Endpoint endpoint) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        ServerFacts facts = new ServerFacts(
                ServerVersion.of(PostgresReader.ENGINE, version), true, true, Set.of(), "", Optional.empty());
        String text = Opening.setUp(endpoint.limits()) + ";\n" + SAVEPOINT;
        long start = System.nanoTime();
        execute(connection, text);
        return new Session(endpoint, connection, facts, sent("session", text, start));
    }

    private static Reading.Statement sent(String name, String text, long startNanos) {
        return new Reading.Statement(name, text, 0, (System.nanoTime() - startNanos) / 1_000);
    }

    private static String seconds(long millis) {
        return String.valueOf(Math.max(1, (millis + 999) / 1_000));
    }

    private static Session begin(Connection connection, Endpoint endpoint, Scope scope) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < MINIMUM_MAJOR) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "the server is PostgreSQL " + connection.getMetaData().getDatabaseProductVersion()
                            + " or speaks like it, and versions before 14 are not supported",
                    "PostgreSQL 14 or newer can be read");
        }
        // The driver sends BEGIN before the first statement; rows come in portions only inside a transaction it knows.
        connection.setAutoCommit(false);
        String text = Opening.text(connection, endpoint.limits(), Optional.empty());
        String question = ServerFacts.question(scope, true);
        long start = System.nanoTime();
        ServerFacts facts;
        try {
            execute(connection, text);
            facts = ServerFacts.ask(connection, endpoint, question);
        } catch (SQLException e) {
            if (ConnectionProblem.ended(connection, e)) {
                throw e;
            }
            // The account may not show others what it sees, or the server cannot write down what that is.
            connection.rollback();
            execute(connection, text);
            question = ServerFacts.question(scope, false);
            facts = ServerFacts.ask(connection, endpoint, question);
        }
        execute(connection, SAVEPOINT);
        return new Session(
                endpoint, connection, facts, sent("session", String.join(";\n", text, question, SAVEPOINT), start));
    }

    Connection connection() {
        return connection;
    }

    ServerFacts facts() {
        return facts;
    }

    /** What was sent besides the query files, as evidence. */
    List<Reading.Statement> statements() {
        return statements;
    }

    /** Gives back the locks of the statement before, and undoes what it failed with or set. */
    void reset() throws SQLException {
        execute(connection, BACK);
    }

    /** Whether the account still has the rights it began with: they may be withdrawn while it reads. */
    boolean kept() throws SQLException {
        long start = System.nanoTime();
        String text = SETTINGS_SEEN + (facts.superuser() ? SUPERUSER : ", false");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(text)) {
            row.next();
            statements.add(sent("rights", text, start));
            return (row.getBoolean(1) || !facts.allSettings()) && (row.getBoolean(2) || !facts.superuser());
        } catch (SQLException e) {
            if (FORBIDDEN.equals(e.getSQLState())) {
                reset();
                return false;
            }
            throw e;
        }
    }

    /** From now on a lock is waited for a tenth as long, so that many locked objects cost little more than one. */
    void hurry() throws SQLException {
        execute(
                connection,
                String.join(
                        ";\n",
                        BACK,
                        "set local lock_timeout = "
                                + Math.max(1, endpoint.limits().lockMillis() / 10),
                        "release savepoint plumbline",
                        SAVEPOINT));
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() {
        Connections.close(connection);
    }
}
