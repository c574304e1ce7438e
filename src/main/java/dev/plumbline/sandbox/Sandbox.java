package dev.plumbline.sandbox;

import dev.plumbline.source.Endpoint;

/** A disposable database server that runs until it is closed, or until this process is gone. */
public interface Sandbox extends AutoCloseable {

    /** As configuration names it: {@code postgresql}, {@code mysql}, {@code mariadb}, {@code cassandra}. */
    String engine();

    /** The full version of the server that runs, for instance {@code 17.11}. */
    String version();

    /**
     * An administrator's way in.
     *
     * @param database a database to connect to; created if it does not exist. Cassandra has keyspaces only, which
     *     migrations create: there an empty name leads to the whole cluster.
     */
    Endpoint endpoint(String database);

    /** Stops the server and removes its data. */
    @Override
    void close();
}
