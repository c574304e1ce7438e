package dev.plumbline.source;

import java.sql.Connection;
import java.util.Optional;

/**
 * A connection on which query files are sent, one after the other, and what is special about it.
 *
 * @param dialect of this connection alone: it may change how the connection behaves
 */
public record Lane(Connection connection, JdbcCatalog.Dialect dialect) {

    /** Opens a second connection that sees the very moment that the first one sees. */
    @FunctionalInterface
    public interface Opener {

        /** For a server, an account or a network that allows one connection only: everything goes over the first. */
        Opener NONE = Optional::empty;

        /**
         * Called on a thread of its own while the first connection is read. Whoever takes the lane closes its connection.
         *
         * @return nothing if there can be no second one
         */
        Optional<Lane> open();
    }
}
