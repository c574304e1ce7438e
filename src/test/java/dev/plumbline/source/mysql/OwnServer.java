package dev.plumbline.source.mysql;

import dev.plumbline.sandbox.NewestMysql;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A server that somebody started for these tests, of a version that they do not start. With
 * {@code -Dplumbline.test.mysql=8.4@127.0.0.1:3306} it stands in for MySQL 9, with {@code plumbline.test.mariadb} another
 * one for MariaDB 11.4; its {@code root} has no password, and whatever is in it may be lost.
 */
record OwnServer(String engine, String version, String address) implements Sandbox {

    /** The versions that the tests of an engine run on, for which it stands in. */
    private static final Map<String, String> USUAL = Map.of("mysql", NewestMysql.VERSION, "mariadb", "11.4");

    /** The one of the system property of an engine, if it is set and stands in for the version. */
    static Optional<Sandbox> find(String engine, String version) {
        if (!version.equals(USUAL.get(engine))) {
            return Optional.empty();
        }
        return Optional.ofNullable(System.getProperty("plumbline.test." + engine))
                .map(text -> new OwnServer(
                        engine, text.substring(0, text.indexOf('@')), text.substring(text.indexOf('@') + 1)));
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
