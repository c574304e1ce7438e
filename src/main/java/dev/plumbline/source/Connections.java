package dev.plumbline.source;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that are of no more use. A server rolls back by itself when a connection goes, and its own time-outs
 * end what it is at, so that what fails here has no consequence.
 */
public final class Connections {

    private Connections() {}

    /** Says good-bye, if there is a connection. */
    public static void close(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                return;
            }
        }
    }

    /** Ends it at once, also while another thread waits for the server's answer. */
    static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            return;
        }
    }
}
