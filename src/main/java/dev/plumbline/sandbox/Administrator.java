package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The account that may do everything on a running server. */
sealed interface Administrator {

    /** Creates the database if it is not there. */
    Endpoint endpoint(String database);

    /** The version in the server's own words. */
    String serverVersion() throws SQLException, IOException;

    /** The role {@code postgres}. */
    record Postgresql(String host, int port, String password) implements Administrator {

        static final String NAME = "postgres";

        @Override
        public synchronized Endpoint endpoint(String database) {
            String name = database.isEmpty() ? NAME : database;
            try (Connection connection = connect();
                    PreparedStatement known =
                            connection.prepareStatement("SELECT 1 FROM pg_catalog.pg_database WHERE datname = ?")) {
                known.setString(1, name);
                try (ResultSet row = known.executeQuery();
                        Statement statement = connection.createStatement()) {
                    if (!row.next()) {
                        statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
                    }
                }
            } catch (SQLException e) {
                throw notCreated("postgresql", name, e);
            }
            return at(url(name), NAME, password);
        }

        @Override
        public String serverVersion() throws SQLException {
            try (Connection connection = connect()) {
                return connection.getMetaData().getDatabaseProductVersion();
            }
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url(NAME), NAME, password);
        }

        private String url(String database) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }
    }

    /** The account {@code root} of MySQL or MariaDB. */
    record Mysql(boolean maria, String host, int port, String password) implements Administrator {

        static final String NAME = "root";

        @Override
        public Endpoint endpoint(String database) {
            if (!database.isEmpty()) {
                try (Connection connection = connect();
                        Statement statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE IF NOT EXISTS `" + database.replace("`", "``") + "`");
                } catch (SQLException e) {
                    throw notCreated(maria ? "mariadb" : "mysql", database, e);
                }
            }
            return at(url(database), NAME, password);
        }

        @Override
        public String serverVersion() throws SQLException {
            try (Connection connection = connect()) {
                return connection.getMetaData().getDatabaseProductVersion();
            }
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(url(""), NAME, password);
        }

        /** The one driver serves both; without TLS, MySQL's own way to log in needs the server's public key. */
        private String url(String database) {
            String place = host + ":" + port + "/" + database;
            return maria
                    ? "jdbc:mariadb://" + place
                    : "jdbc:mysql://" + place + "?permitMysqlScheme&allowPublicKeyRetrieval=true";
        }
    }

    /** The role {@code cassandra}. */
    record Cassandra(String host, int port, String password) implements Administrator {

        static final String NAME = "cassandra";

        /** Keyspaces are made by migrations, which know their replication; none is created here. */
        @Override
        public Endpoint endpoint(String keyspace) {
            return at("cql://" + host + ":" + port + "/" + keyspace + "?dc=datacenter1", NAME, password);
        }

        @Override
        public String serverVersion() throws IOException {
            try (CqlConnection connection = connect()) {
                return connection.text("SELECT release_version FROM system.local");
            }
        }

        CqlConnection connect() throws IOException {
            return new CqlConnection(host, port, NAME, password);
        }
    }

    private static Endpoint at(String url, String user, String password) {
        return new Endpoint(
                url, Optional.of(user), new Endpoint.Secret(Optional.of(password)), List.of(), Endpoint.Limits.DEFAULT);
    }

    private static ProblemsException notCreated(String engine, String database, SQLException cause) {
        return new ProblemsException(
                new Problem(
                        "sandbox " + engine,
                        "the database '" + database + "' cannot be created: " + cause.getMessage(),
                        "choose another name"),
                cause);
    }
}
