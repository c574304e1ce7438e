package dev.plumbline.source.mysql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.NewestMysql;
import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Real servers for tests, each started once for the whole run; the sandbox stops them with this process. */
final class Servers {

    static final Kinds KINDS = Catalog.allKinds();
    private static final Map<String, Sandbox> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    static Sandbox mariadb() {
        return server("mariadb", "11.4");
    }

    static Sandbox server(String engine, String version) {
        Optional<Sandbox> own = OwnServer.find(engine, version);
        if (own.isPresent()) {
            return own.get();
        }
        return RUNNING.computeIfAbsent(
                engine + version,
                key -> key.equals("mysql" + NewestMysql.VERSION)
                        ? NewestMysql.start()
                        : Sandboxes.embedded(Progress.SILENT).start(new Request(engine, version)));
    }

    static Connection connect(Endpoint endpoint) throws SQLException {
        return DriverManager.getConnection(
                endpoint.url(),
                endpoint.user().orElse(""),
                endpoint.password().value().orElse(""));
    }

    static void run(Endpoint endpoint, List<String> statements) throws SQLException {
        try (Connection connection = connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    static void run(Endpoint endpoint, String... statements) throws SQLException {
        run(endpoint, List.of(statements));
    }

    /** An empty schema that is made anew, with the character set that all versions can have. */
    static Endpoint fresh(Sandbox server, String schema) throws SQLException {
        Endpoint endpoint = server.endpoint(schema);
        run(
                endpoint,
                "drop database `" + schema + "`",
                "create database `" + schema + "` character set utf8mb4 collate utf8mb4_general_ci");
        return endpoint;
    }

    static Endpoint as(Endpoint endpoint, String user, String password) {
        return new Endpoint(
                        endpoint.url(),
                        Optional.of(user),
                        new Endpoint.Secret(Optional.of(password)),
                        endpoint.schemas(),
                        endpoint.limits())
                .showCreate(endpoint.showCreate());
    }

    static Reading read(Endpoint endpoint) {
        return new MysqlReader().open(endpoint, KINDS).read();
    }

    static Snapshot snapshot(Endpoint endpoint) {
        return read(endpoint).snapshot();
    }

    /** The statements of a script under {@code cases/mysql/}: each ends in a semicolon at the end of a line. */
    static List<String> script(String name) {
        try (InputStream in = Objects.requireNonNull(Servers.class.getResourceAsStream("/cases/mysql/" + name))) {
            List<String> statements = new ArrayList<>();
            for (String part : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n", -1)) {
                String text = part.replaceAll("(?m)^--.*$", "").strip();
                if (!text.isEmpty()) {
                    statements.add(text);
                }
            }
            return statements;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
