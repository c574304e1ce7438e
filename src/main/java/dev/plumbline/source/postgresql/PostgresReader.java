package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Source;
import java.util.List;

/** Reads PostgreSQL databases: {@code jdbc:postgresql://host:port/database?currentSchema=schema}. */
public final class PostgresReader implements DatabaseReader {

    /** As configuration and snapshots name it, and the folder of the query files. */
    static final String ENGINE = "postgresql";

    @Override
    public List<String> engines() {
        return List.of(ENGINE);
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    @Override
    public Source open(Endpoint endpoint, Kinds kinds) {
        return new PostgresSource(endpoint, kinds);
    }
}
