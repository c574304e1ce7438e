package dev.plumbline.source.mysql;

import dev.plumbline.fact.Kinds;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Source;
import java.util.List;
import java.util.Optional;

/**
 * Reads MySQL 5.7 and later and MariaDB 10.4 and later; which of the two a server is, it says itself. URLs are
 * {@code jdbc:mariadb://host:port/schema} or {@code jdbc:mysql://…}, both served by MariaDB's driver.
 */
public final class MysqlReader implements DatabaseReader {

    @Override
    public List<String> engines() {
        return List.of("mysql", "mariadb");
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:");
    }

    @Override
    public Source open(Endpoint endpoint, Kinds kinds) {
        return new MysqlSource(endpoint, kinds, Optional.empty());
    }

    @Override
    public Source open(Endpoint endpoint, Kinds kinds, String engine) {
        return new MysqlSource(endpoint, kinds, Optional.of(engine));
    }
}
