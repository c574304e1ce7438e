package dev.plumbline.source.postgresql;

import dev.plumbline.fact.ProblemsException;
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
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * One connection in one read-only transaction that sees one moment, its own or that of another session. What the session needs is set with {@code SET
 * LOCAL}, so that nothing is left behind in a server connection that a pooler hands to someone else.
 */
final class Session implements AutoCloseable {

    private static final String ONE_MOMENT = "set transaction isolation level repeatable read read only";
    private static final String SAVEPOINT = "savepoint plumbline";
    private static final String BACK = "rollback to savepoint plumbline";
    /** Lets other sessions see what this one sees; only before the first savepoint. */
    private static final String MOMENT = "pg_export_snapshot()";

    private static final String STARTED = "pg_postmaster_start_time()::text";

    /** Which server it is that answers. */
    private static final String SERVER = "select " + STARTED;

    private static final String RIGHTS = "select pg_has_role('pg_read_all_settings', 'usage'),"
            + " (select rolsuper from pg_roles where rolname = current_user)";

    private static final int LONGEST_IDLE_MILLIS = 10_000;
    private static final int MINIMUM_MAJOR = 14;

    private final Endpoint endpoint;
    private final Connection connection;
    private final Facts facts;
    private final List<Reading.Statement> statements;

    /**
     * What must be known of a server before it is read.
     *
     * @param allSettings whether the account sees every setting; the server hides some from others without a word
     * @param superuser whether nothing is hidden from the account
     * @param hidden names in the schema of the address that the server has, too, and finds first
     * @param started when the server was, which tells one from another
     * @param moment by which another session can see what this one sees; nothing if it cannot
     */
    record Facts(
            ServerVersion version,
            boolean allSettings,
            boolean superuser,
            Set<String> hidden,
            String started,
            Optional<String> moment) {

        Facts {
            hidden = Set.copyOf(hidden);
        }
    }

    private Session(Endpoint endpoint, Connection connection, Facts facts, Reading.Statement opening) {
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
            close(connection);
            throw ConnectionProblem.of(endpoint, url, e);
        } catch (ProblemsException e) {
            close(connection);
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
            String text = opening(second, endpoint.limits(), facts.moment()) + ";\n" + SAVEPOINT;
            long start = System.nanoTime();
            try (Statement statement = second.createStatement()) {
                statement.execute(text);
                try (ResultSet row = statement.executeQuery(SERVER)) {
                    row.next();
                    if (!facts.started().equals(row.getString(1))) {
                        close(second);
                        return Optional.empty();
                    }
                }
            }
            return Optional.of(
                    new Session(endpoint, second, facts, sent("second session", text + ";\n" + SERVER, start)));
        } catch (SQLException e) {
            close(second);
            return Optional.empty();
        }
    }

    private static Connection connect(Endpoint endpoint, PostgresUrl url) throws SQLException {
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
        Connection connection = new Driver().connect(url.text(), properties);
        if (connection == null) {
            throw new SQLException("the driver does not take the address", "01S00");
        }
        return connection;
    }

    /** Reads inside a transaction that somebody else has begun and will end. */
    static Session within(Connection connection, Endpoint endpoint) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        Facts facts =
                new Facts(ServerVersion.of(PostgresReader.ENGINE, version), true, true, Set.of(), "", Optional.empty());
        String text = setUp(endpoint.limits()) + ";\n" + SAVEPOINT;
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
        String text = opening(connection, endpoint.limits(), Optional.empty());
        String question = question(scope, MOMENT);
        long start = System.nanoTime();
        Facts facts;
        try {
            execute(connection, text);
            facts = facts(connection, endpoint, question);
        } catch (SQLException e) {
            if (ConnectionProblem.ended(connection, e)) {
                throw e;
            }
            // The account may not show others what it sees, or the server cannot write down what that is.
            connection.rollback();
            execute(connection, text);
            question = question(scope, "null");
            facts = facts(connection, endpoint, question);
        }
        execute(connection, SAVEPOINT);
        return new Session(
                endpoint, connection, facts, sent("session", String.join(";\n", text, question, SAVEPOINT), start));
    }

    private static String question(Scope scope, String moment) {
        String missing = scope.schemas().isEmpty()
                ? "null"
                : "(select string_agg(s, ', ') from unnest(array[" + String.join(", ", scope.literals())
                        + "]::text[]) s where not exists (select from pg_namespace where nspname = s))";
        return "select version(), current_setting('server_version'),"
                + " pg_has_role('pg_read_all_settings', 'usage'), current_setting('is_superuser') = 'on', " + missing
                + ", " + scope.hidden().orElse("null") + ", " + STARTED + ", " + moment;
    }

    private static Facts facts(Connection connection, Endpoint endpoint, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return judge(row, endpoint);
        }
    }

    private static Facts judge(ResultSet row, Endpoint endpoint) throws SQLException {
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
                row.getString(7),
                Optional.ofNullable(row.getString(8)));
    }

    /**
     * Between two statements pass milliseconds. A reader that freezes there, as a computer does that is put to sleep,
     * must not keep the locks of the statement before for long.
     */
    private static String opening(Connection connection, Endpoint.Limits limits, Optional<String> moment)
            throws SQLException {
        return String.join(
                ";\n",
                ONE_MOMENT
                        + moment.map(name -> ";\nset transaction snapshot " + Scope.literal(name))
                                .orElse(""),
                "set local idle_in_transaction_session_timeout = "
                        + Math.min(LONGEST_IDLE_MILLIS, limits.statementMillis()),
                // The server then ends what we could not, should nothing of us reach it any more.
                connection.getMetaData().getDatabaseMajorVersion() < 17
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
                "set local max_parallel_workers_per_gather = 0");
    }

    Connection connection() {
        return connection;
    }

    Facts facts() {
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RIGHTS)) {
            row.next();
            statements.add(sent("rights", RIGHTS, start));
            return (row.getBoolean(1) || !facts.allSettings()) && (row.getBoolean(2) || !facts.superuser());
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
