package dev.plumbline.source.postgresql;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of a server before it is read.
 *
 * @param allSettings whether the account sees every setting; the server hides some from others without a word
 * @param superuser whether nothing is hidden from the account
 * @param hidden names in the schema of the address that the server has, too, and finds first
 * @param started when the server was, which tells one from another
 * @param moment by which another session can see what this one sees; nothing if it cannot
 */
record ServerFacts(
        ServerVersion version,
        boolean allSettings,
        boolean superuser,
        Set<String> hidden,
        String started,
        Optional<String> moment) {

    /** Lets other sessions see what this one sees; only before the first savepoint. */
    private static final String MOMENT = "pg_export_snapshot()";

    private static final String STARTED = "pg_postmaster_start_time()::text";

    /** Which server it is that answers. */
    static final String SERVER = "select " + STARTED;

    ServerFacts {
        hidden = Set.copyOf(hidden);
    }

    /** @param shared whether another session shall see the same moment of the same server, where the account may ask */
    static String question(Scope scope, boolean shared) {
        String missing = scope.schemas().isEmpty()
                ? "null"
                : "(select string_agg(s, ', ') from unnest(array[" + String.join(", ", scope.literals())
                        + "]::text[]) s where not exists (select from pg_namespace where nspname = s))";
        return "select version(), current_setting('server_version'),"
                + " pg_has_role('pg_read_all_settings', 'usage'), current_setting('is_superuser') = 'on', " + missing
                + ", " + scope.hidden().orElse("null") + (shared ? ", " + STARTED + ", " + MOMENT : ", '', null");
    }

    /** Asks a {@link #question}. */
    static ServerFacts ask(Connection connection, Endpoint endpoint, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return judge(row, endpoint);
        }
    }

    private static ServerFacts judge(ResultSet row, Endpoint endpoint) throws SQLException {
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
        return new ServerFacts(
                ServerVersion.of(PostgresReader.ENGINE, row.getString(2)),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getArray(6) == null
                        ? Set.of()
                        : Set.of((String[]) row.getArray(6).getArray()),
                row.getString(7),
                Optional.ofNullable(row.getString(8)));
    }
}
