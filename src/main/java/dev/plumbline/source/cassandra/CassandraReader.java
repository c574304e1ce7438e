package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Source;
import java.util.List;

/**
 * Reads Cassandra clusters at {@code cql://host:port,host/keyspace?dc=datacenter}. Without a keyspace all of them are
 * read; with one, its name is left out of paths, so that two keyspaces compare equal. {@code ssl=true} encrypts the
 * connection; whom to trust is in the Java runtime's trust store, or in files that the URL names.
 */
public final class CassandraReader implements DatabaseReader {

    @Override
    public List<String> engines() {
        return List.of(CqlUrl.ENGINE);
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith(CqlUrl.SCHEME);
    }

    @Override
    public Source open(Endpoint endpoint, Kinds kinds) {
        return new CassandraSource(endpoint, CqlUrl.parse(endpoint), kinds);
    }
}
