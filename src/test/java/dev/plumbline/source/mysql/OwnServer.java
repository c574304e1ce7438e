package dev.plumbline.source.mysql;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A server that somebody started for these tests, of a version that has no embedded binaries. With
 * {@code -Dplumbline.test.mysql=9.7@127.0.0.1:3306} it stands in for MySQL 8.0; its {@code root} has no password, and
 * whatever is in it may be lost.
 */
record OwnServer(String version, String address) implements Sandbox {

    /** The one of the system property, if it is set. */
    static Optional<Sandbox> find() {
        return Optional.ofNullable(System.getProperty("plumbline.test.mysql"))
                .map(text ->
                        new OwnServer(text.substring(0, text.indexOf('@')), text.substring(text.indexOf('@') + 1)));
    }

    @Override
    public String engine() {
        return "mysql";
    }

    @Override
    public Endpoint endpoint(String database) {
        Endpoint server = at("");
        try {
            Servers.run(server, "create database if not exists `" + database + "`");
        } catch (SQLException e) {
            throw new IllegalStateException(address + " does not answer as expected", e);
        }
        return at(database);
    }

    private Endpoint at(String database) {
        return new Endpoint(
                "jdbc:mariadb://" + address + "/" + database,
                Optional.of("root"),
                new Endpoint.Secret(Optional.of("")),
                List.of(),
                Endpoint.Limits.DEFAULT);
    }

    @Override
    public void close() {}
}
