package dev.plumbline.source.jdbc;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Source;
import java.util.List;

/**
 * Reads databases at JDBC URLs that no other reader knows. The driver is taken from the class path; that of SQLite
 * comes with the program.
 */
public final class JdbcReader implements DatabaseReader {

    /** Databases with readers of their own, which see more. */
    private static final List<String> OTHERS =
            List.of("jdbc:postgresql:", "jdbc:mysql:", "jdbc:mariadb:", "jdbc:cassandra:");

    @Override
    public List<String> engines() {
        return List.of("jdbc", "sqlite", "h2");
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:") && OTHERS.stream().noneMatch(url::startsWith);
    }

    @Override
    public Source open(Endpoint endpoint, Kinds kinds) {
        return new JdbcSource(endpoint, kinds);
    }
}
