package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * PostgreSQL from zonky's archives. Locale C and time zone UTC, so that what is read is the same on every machine; no
 * protection against a power cut, because the data lives for minutes.
 */
record PostgresqlRecipe(Cache cache, Supplier<MavenArtifacts> artifacts, Progress progress, Unprivileged user)
        implements Recipe {

    private static final String ADMINISTRATOR = Administrator.Postgresql.NAME;
    private static final String HOST = "127.0.0.1";
    private static final int INIT_SECONDS = 120;
    private static final int DATA_MEBIBYTES = 50;

    @Override
    public Kit prepare(Release release) throws IOException {
        Cache readable = user.cache(cache);
        Path home = readable.folder(release.folderName(), release.mebibytes(), folder -> {
            Path jar = artifacts.get().jar(release.coordinates());
            progress.unpacking(release.toString());
            Archives.untarFromJar(jar, name -> name.endsWith(".txz"), folder);
        });
        Path template = readable.folder(release.folderName() + "-data-1", DATA_MEBIBYTES, folder -> {
            progress.unpacking(release + " (first data folder)");
            initialise(release, home, folder, user);
        });
        return new PostgresqlKit(home, template, user, Passwords.random());
    }

    private static void initialise(Release release, Path home, Path folder, Unprivileged user) throws IOException {
        Path secret = folder.resolve("password");
        Files.writeString(secret, Passwords.random());
        user.give(folder);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(
                home.resolve("bin/initdb").toString(),
                "--pgdata=" + folder.resolve("data"),
                "--username=" + ADMINISTRATOR,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        ServerProcess.run(
                release + " (initdb)",
                new ServerProcess.Launch(command, Map.of("TZ", "UTC", "LC_ALL", "C"), "KILL"),
                INIT_SECONDS);
    }

    private record PostgresqlKit(Path home, Path template, Unprivileged user, String password) implements Kit {

        @Override
        public ServerProcess.Launch launch(Path folder, int port) {
            List<String> command = new ArrayList<>(user.prefix());
            command.add(home.resolve("bin/postgres").toString());
            command.addAll(List.of("-D", folder.resolve("data").toString(), "-p", Integer.toString(port)));
            // initdb measures the machine for the last two; fixed values keep snapshots of the settings equal.
            for (String setting : List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "max_connections=100",
                    "shared_buffers=128MB")) {
                command.addAll(List.of("-c", setting));
            }
            // Killed outright, the server would leave a segment of shared memory behind; QUIT is its own emergency
            // exit.
            return new ServerProcess.Launch(command, Map.of("TZ", "UTC", "LC_ALL", "C"), "QUIT");
        }

        @Override
        public void fill(Path folder, int port) throws IOException {
            Trees.copy(template.resolve("data"), folder.resolve("data"));
            user.give(folder);
        }

        @Override
        public Administrator open(int port) throws SQLException, IOException {
            String first = Files.readString(template.resolve("password"));
            try (Connection connection = new Administrator.Postgresql(HOST, port, first).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER ROLE " + ADMINISTRATOR + " PASSWORD '" + password + "'");
            }
            return new Administrator.Postgresql(HOST, port, password);
        }
    }
}
