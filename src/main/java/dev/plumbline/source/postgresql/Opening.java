package dev.plumbline.source.postgresql;

import dev.plumbline.source.Endpoint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What a transaction is told before anything is read in it. */
final class Opening {

    private static final String ONE_MOMENT = "set transaction isolation level repeatable read read only";
    private static final int LONGEST_IDLE_MILLIS = 10_000;

    private Opening() {}

    /**
     * Between two statements pass milliseconds. A reader that freezes there, as a computer does that is put to sleep,
     * must not keep the locks of the statement before for long.
     *
     * @param moment of another session, which this one sees, too; nothing for one of its own
     */
    static String text(Connection connection, Endpoint.Limits limits, Optional<String> moment) throws SQLException {
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
    static String setUp(Endpoint.Limits limits) {
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
}
