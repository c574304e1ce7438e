package dev.plumbline.source.postgresql;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Deadline;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import dev.plumbline.source.ServerVersion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one read-only transaction that sees one moment. What the session needs is set with {@code SET
 * LOCAL}, so that nothing is left behind in a server connection that a pooler hands to someone else.
 */
final class Session implements AutoCloseable {

    private static final String ONE_MOMENT = "set transaction isolation level repeatable read read only";
    private static final String SAVEPOINT = "savepoint plumbline";
    private static final String BACK = "rollback to savepoint plumbline";
    private static final int LONGEST_IDLE_MILLIS = 10_000;
    private static final int MINIMUM_MAJOR = 14;

    private final Endpoint endpoint;
    private final Connection connection;
    private final Facts facts;

    /**
     * What must be known of a server before it is read.
     *
     * @param allSettings whether the account sees every setting; the server hides some from others without a word
     * @param superuser whether nothing is hidden from the account
     * @param hidden names in the schema of the address that the server has, too, and finds first
     * @param opening what was sent first
     * @param micros what it took to find out
     */
    record Facts(
            ServerVersion version,
            boolean allSettings,
            boolean superuser,
            Set<String> hidden,
            String opening,
            long micros) {

        Facts {
            hidden = Set.copyOf(hidden);
        }
    }

    private Session(Endpoint endpoint, Connection connection, Facts facts) {
        this.endpoint = endpoint;
        this.connection = connection;
        this.facts = facts;
    }

    /**
     * Connects and begins.
     *
     * @throws ProblemsException if the server cannot be reached, does not let us in, or is not one we can read
     */
    static Session open(Endpoint endpoint, PostgresUrl url, Scope scope, Deadline deadline) {
        Properties properties = new Properties();
        endpoint.user().ifPresent(user -> properties.setProperty("user", user));
        endpoint.password().value().ifPresent(password -> properties.setProperty("password", password));
        Endpoint.Limits limits = endpoint.limits();
        properties.setProperty("connectTimeout", seconds(limits.connectMillis()));
        properties.setProperty("loginTimeout", seconds(2L * limits.connectMillis()));
        properties.setProperty("socketTimeout", seconds(limits.silenceMillis()));
        properties.setProperty("ApplicationName", "plumbline");
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("binaryTransfer", "false");
        Connection connection = null;
        try {
            connection = DriverManager.getConnection(url.text(), properties);
            deadline.guard(connection);
            Facts facts = begin(connection, endpoint, scope);
            return new Session(endpoint, connection, facts);
        } catch (SQLException e) {
            close(connection);
            throw ConnectionProblem.of(endpoint, url, e);
        } catch (ProblemsException e) {
            close(connection);
            throw e;
        }
    }

    /** Reads inside a transaction that somebody else has begun and will end. */
    static Session within(Connection connection, Endpoint endpoint) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        Facts facts = new Facts(ServerVersion.of(PostgresReader.ENGINE, version), true, true, Set.of(), "", 0);
        Session session = new Session(endpoint, connection, facts);
        session.execute(setUp(endpoint.limits()));
        return session;
    }

    private static String seconds(long millis) {
        return String.valueOf(Math.max(1, (millis + 999) / 1_000));
    }

    private static Facts begin(Connection connection, Endpoint endpoint, Scope scope) throws SQLException {
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
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            String opening = opening(endpoint.limits(), major);
            statement.execute(opening);
            String missing = scope.schemas().isEmpty()
                    ? "null"
                    : "(select string_agg(s, ', ') from unnest(array[" + String.join(", ", scope.literals())
                            + "]::text[]) s where not exists (select from pg_namespace where nspname = s))";
            try (ResultSet row = statement.executeQuery("select version(), current_setting('server_version'),"
                    + " pg_has_role('pg_read_all_settings', 'usage'), current_setting('is_superuser') = 'on', "
                    + missing + ", " + scope.hidden().orElse("null"))) {
                row.next();
                return judge(row, endpoint, opening, start);
            }
        }
    }

    private static Facts judge(ResultSet row, Endpoint endpoint, String opening, long start) throws SQLException {
        String product = row.getString(1);
        if (!product.startsWith("PostgreSQL ")) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "the server is no PostgreSQL but " + product.split(" on | \\(", -1)[0],
                    "give the URL of a PostgreSQL server");
        }
        if (row.getString(5) != null) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "the database has no schema " + row.getString(5),
                    "name a schema that exists; names are case-sensitive");
        }
        return new Facts(
                ServerVersion.of(PostgresReader.ENGINE, row.getString(2)),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getArray(6) == null
                        ? Set.of()
                        : Set.of((String[]) row.getArray(6).getArray()),
                opening,
                (System.nanoTime() - start) / 1_000);
    }

    /**
     * Between two statements pass milliseconds. A reader that freezes there, as a computer does that is put to sleep,
     * must not keep the locks of the statement before for long.
     */
    private static String opening(Endpoint.Limits limits, int major) {
        return String.join(
                ";\n",
                ONE_MOMENT,
                "set local idle_in_transaction_session_timeout = "
                        + Math.min(LONGEST_IDLE_MILLIS, limits.statementMillis()),
                // The server then ends what we could not, should nothing of us reach it any more.
                major < 17
                        ? setUp(limits)
                        : "set local transaction_timeout = " + limits.readingMillis() + ";\n" + setUp(limits));
    }

    /** Every setting that changes the text the server returns is fixed, whatever its configuration says. */
    private static String setUp(Endpoint.Limits limits) {
        return String.join(
                ";\n",
                "set local statement_timeout = " + limits.statementMillis(),
                "set local lock_timeout = " + limits.lockMillis(),
                "set local search_path = ''",
                // What a policy would hide is then an error, and not a row that is silently not there.
                "set local row_security = off",
                "set local standard_conforming_strings = on",
                "set local quote_all_identifiers = off",
                "set local datestyle = 'ISO, YMD'",
                "set local intervalstyle = 'postgres'",
                "set local timezone = 'UTC'",
                "set local extra_float_digits = 1",
                "set local bytea_output = 'hex'",
                "set local xmloption = 'content'",
                "set local jit = off",
                "set local max_parallel_workers_per_gather = 0",
                SAVEPOINT);
    }

    Connection connection() {
        return connection;
    }

    Facts facts() {
        return facts;
    }

    /** What was sent before the first query file, as evidence. */
    List<Reading.Statement> statements() {
        return List.of(new Reading.Statement("session", facts.opening(), 0, facts.micros()));
    }

    /** Gives back the locks of the statement before, and undoes what it failed with or set. */
    void reset() throws SQLException {
        execute(BACK);
    }

    /** Whether the account still has the rights it began with: they may be withdrawn while it reads. */
    boolean kept() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_has_role('pg_read_all_settings', 'usage'),"
                        + " (select rolsuper from pg_roles where rolname = current_user)")) {
            row.next();
            return (row.getBoolean(1) || !facts.allSettings()) && (row.getBoolean(2) || !facts.superuser());
        }
    }

    /** From now on a lock is waited for a tenth as long, so that many locked objects cost little more than one. */
    void hurry() throws SQLException {
        execute(String.join(
                ";\n",
                BACK,
                "set local lock_timeout = " + Math.max(1, endpoint.limits().lockMillis() / 10),
                "release savepoint plumbline",
                SAVEPOINT));
    }

    private void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() {
        close(connection);
    }

    /** The server rolls back by itself when the connection goes, so what fails here has no consequence. */
    private static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                return;
            }
        }
    }
}
