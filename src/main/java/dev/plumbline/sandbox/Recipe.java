package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

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
         * @throws SQLException or IOException if it does not answer yet
         */
        Administrator open(int port) throws SQLException, IOException;
    }
}
