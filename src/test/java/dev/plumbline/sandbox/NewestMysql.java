package dev.plumbline.sandbox;

import dev.plumbline.source.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * The MySQL that {@code src/test/mysql/newest-mysqld} left for the tests, since no Maven artefact has one newer than 8.0.
 * It is watched over and removed as embedded servers are.
 */
public record NewestMysql(Path program) implements Recipe {

    /** The first of its versions that it stands for. */
    public static final String VERSION = "9";

    /** Starts one, or ends the test as skipped if there is none. */
    public static Sandbox start() {
        Optional<Path> program = Programs.left("mysqld");
        if (program.isEmpty()) {
            String untested = "NOT TESTED: MySQL 9, for there is no server of it;"
                    + " src/test/mysql/newest-mysqld fetches one from Debian's packages";
            System.err.println(untested);
            Assumptions.abort(untested);
        }
        Release release = new Release("mysql", VERSION, VERSION, 0, "", List.of());
        return EmbeddedSandbox.start(release, new NewestMysql(program.orElseThrow()), Progress.SILENT);
    }

    @Override
    public Kit prepare(Release release) {
        return new NewestKit(program, Passwords.random());
    }

    private record NewestKit(Path program, String password) implements Kit {

        @Override
        public ServerProcess.Launch launch(Path folder, int port) {
            List<String> command = new ArrayList<>(List.of(
                    program.toString(),
                    "--user=" + System.getProperty("user.name"),
                    "--datadir=" + folder.resolve("data"),
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    // Relative to the data folder, because the path of a socket may have 107 characters only.
                    "--socket=server.sock",
                    "--pid-file=" + folder.resolve("server.pid"),
                    "--init-file=" + folder.resolve("password.sql"),
                    "--default-time-zone=+00:00",
                    "--secure-file-priv=NULL",
                    "--mysqlx=OFF",
                    // What keeps data when the power fails costs half of the time of these tests.
                    "--innodb-redo-log-capacity=8388608",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-flush-method=nosync",
                    "--innodb-doublewrite=OFF",
                    "--disable-log-bin"));
            return new ServerProcess.Launch(
                    command, Map.of("TMPDIR", folder.toString(), "TZ", "UTC", "LC_ALL", "C"), "KILL");
        }

        @Override
        public void fill(Path folder, int port) throws IOException {
            Trees.copy(program.resolveSibling("data"), folder.resolve("data"));
            Files.writeString(
                    folder.resolve("password.sql"),
                    "ALTER USER '" + Administrator.Mysql.NAME + "'@'localhost' IDENTIFIED BY '" + password + "';\n");
        }

        @Override
        public Administrator open(int port) throws SQLException {
            Administrator.Mysql administrator = new Administrator.Mysql(false, "127.0.0.1", port, password);
            administrator.connect().close();
            return administrator;
        }
    }
}
