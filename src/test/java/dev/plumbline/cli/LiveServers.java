package dev.plumbline.cli;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.Row;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.PoorAccounts;
import java.net.InetSocketAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One running server of each engine, with a table {@code orders}, an account {@code auditor} that has what {@code
 * plumbline grants} prints and nothing else, and an account {@code stranger} that may only log in.
 */
final class LiveServers implements AutoCloseable {

    private final Map<String, Sandbox> servers = new LinkedHashMap<>();

    /** Asked for once, since asking creates the database. */
    private final Map<String, Endpoint> administrators = new TreeMap<>();

    /** MySQL is missing where its system libraries are. */
    static LiveServers start() throws SQLException {
        Sandboxes sandboxes = Sandboxes.embedded(Progress.SILENT);
        LiveServers live = new LiveServers();
        sandboxes
                .start(List.of(
                        new Request("postgresql", "17"), new Request("mariadb", "11.4"), new Request("cassandra", "")))
                .forEach(sandbox -> live.servers.put(sandbox.engine(), sandbox));
        try {
            live.servers.put("mysql", sandboxes.start(new Request("mysql", "8.0")));
        } catch (ProblemsException e) {
            if (!e.getMessage().contains("system library")) {
                live.close();
                throw e;
            }
        }
        for (String engine : live.engines()) {
            live.fill(engine);
        }
        return live;
    }

    List<String> engines() {
        return List.copyOf(servers.keySet());
    }

    /** The accounts' password on a server. */
    static String secret(String engine) {
        return "Geheim-7c1d-" + engine;
    }

    /** What leads to a server, without user and password. */
    String url(String engine) {
        String url = administrator(engine).url();
        return switch (engine) {
            case "mysql" -> url.replace("permitMysqlScheme&", "").replace("/shop", "/");
            case "mariadb" -> url.replace("/shop", "/");
            default -> url;
        };
    }

    private Endpoint administrator(String engine) {
        return administrators.computeIfAbsent(
                engine, key -> servers.get(key).endpoint(key.equals("cassandra") ? "" : "shop"));
    }

    private void fill(String engine) throws SQLException {
        String password = " IDENTIFIED BY '" + secret(engine) + "'";
        switch (engine) {
            case "postgresql" -> {
                // Its own housekeeping would otherwise be taken for ours.
                run(engine, "ALTER SYSTEM SET autovacuum = off", "SELECT pg_reload_conf()");
                run(engine, "CREATE TABLE orders (id bigint PRIMARY KEY)");
                grant(engine, "auditor", "--database", "shop");
                run(engine, "CREATE ROLE stranger LOGIN PASSWORD '" + secret(engine) + "'");
                run(engine, "ALTER ROLE auditor PASSWORD '" + secret(engine) + "'");
            }
            case "cassandra" -> {
                run(
                        engine,
                        "CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}",
                        "CREATE TABLE shop.orders (id bigint PRIMARY KEY)",
                        "CREATE ROLE stranger WITH LOGIN = true AND PASSWORD = '" + secret(engine) + "'");
                grant(engine, "auditor");
                run(engine, "ALTER ROLE auditor WITH LOGIN = true AND PASSWORD = '" + secret(engine) + "'");
            }
            default -> {
                run(engine, "CREATE TABLE orders (id bigint PRIMARY KEY)");
                grant(
                        engine,
                        "auditor@localhost",
                        "--server-version",
                        servers.get(engine).version());
                run(engine, "CREATE USER stranger@localhost" + password);
                run(engine, "ALTER USER auditor@localhost" + password + " ACCOUNT UNLOCK");
            }
        }
    }

    private void grant(String engine, String account, String... options) throws SQLException {
        String[] arguments = java.util.Arrays.copyOf(options, options.length + 4);
        System.arraycopy(new String[] {"grants", engine, "--account", account}, 0, arguments, options.length, 4);
        java.util.Collections.rotate(java.util.Arrays.asList(arguments), 4);
        String script = Terminal.run(arguments).out();
        run(engine, PoorAccounts.statements(script, engine).toArray(String[]::new));
    }

    private void run(String engine, String... statements) throws SQLException {
        if (engine.equals("cassandra")) {
            try (CqlSession session = session()) {
                List.of(statements).forEach(session::execute);
            }
            return;
        }
        try (Connection connection = connect(engine);
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private Connection connect(String engine) throws SQLException {
        Endpoint endpoint = administrator(engine);
        return DriverManager.getConnection(
                endpoint.url(),
                endpoint.user().orElseThrow(),
                endpoint.password().value().orElseThrow());
    }

    private CqlSession session() {
        Endpoint endpoint = administrator("cassandra");
        URI url = URI.create(endpoint.url());
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(url.getHost(), url.getPort()))
                .withLocalDatacenter("datacenter1")
                .withAuthCredentials(
                        endpoint.user().orElseThrow(),
                        endpoint.password().value().orElseThrow())
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(60))
                        .build())
                .build();
    }

    /**
     * What the server itself counts of writes: rows changed (PostgreSQL), statements by their kind (MySQL, MariaDB),
     * writes to tables that are not the node's own book-keeping (Cassandra).
     */
    Map<String, String> writes(String engine) throws SQLException {
        Map<String, String> counts = new TreeMap<>();
        if (engine.equals("cassandra")) {
            try (CqlSession session = session()) {
                for (Row row : session.execute("SELECT * FROM system_views.local_write_latency")) {
                    if (!String.valueOf(row.getString("keyspace_name")).matches("system|system_traces")) {
                        counts.put(
                                row.getString("keyspace_name") + "." + row.getString("table_name"),
                                String.valueOf(row.getLong("count")));
                    }
                }
            }
            return counts;
        }
        String query = engine.equals("postgresql")
                ? "SELECT datname, tup_inserted + tup_updated + tup_deleted FROM pg_stat_database WHERE datname = 'shop'"
                : "SHOW GLOBAL STATUS LIKE 'Com\\_%'";
        try (Connection connection = connect(engine);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                // These look, or set something for the session alone.
                if (!rows.getString(1).matches("Com_(select|set_option|show_.*|change_db|admin_commands)")) {
                    counts.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return counts;
    }

    @Override
    public void close() {
        servers.values().forEach(Sandbox::close);
    }
}
