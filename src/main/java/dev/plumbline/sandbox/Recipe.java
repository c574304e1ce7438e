package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How one engine is unpacked and started; holds no state of a running server. */
interface Recipe {

    /** Everything that is made once and kept. Called before each start; fast when the cache is warm. */
    Kit prepare(Release release) throws IOException;

    /** What a start takes from the cache. */
    interface Kit {

        /** The command of a server whose data is to be in {@code folder}; nothing is written yet. */
        ServerProcess.Launch launch(Path folder, int port);

        /** Fills the server's folder. */
        void fill(Path folder, int port) throws IOException;

        /**
         * One try to reach the server as its administrator and to give it the password of this start.
         *
         * @throws java.sql.SQLException or IOException if it does not answer yet
         */
        Access open(int port) throws SQLException, IOException;
    }

    /** The administrator's way into a running server. */
    interface Access {

        /** Creates the database if it is not there. */
        Endpoint endpoint(String database);
    }

    /** Where an administrator connects. */
    static Endpoint administrator(String url, String user, String password) {
        return new Endpoint(
                url, Optional.of(user), new Endpoint.Secret(Optional.of(password)), List.of(), Endpoint.Limits.DEFAULT);
    }

    /** The failure to make a database in a sandbox that runs. */
    static ProblemsException notCreated(String engine, String database, Throwable cause) {
        return new ProblemsException(
                new Problem(
                        "sandbox " + engine,
                        "the database '" + database + "' cannot be created: " + cause.getMessage(),
                        "choose another name"),
                cause);
    }
}
