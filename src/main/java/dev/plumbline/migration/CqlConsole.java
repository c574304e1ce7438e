package dev.plumbline.migration;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import dev.plumbline.source.Endpoint;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/** One session of the driver, without its picture of the schema, which would be refreshed after every statement. */
final class CqlConsole implements Console {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CqlSession session;

    CqlConsole(Endpoint endpoint) {
        URI uri = URI.create(endpoint.url());
        String datacenter = uri.getQuery().replaceFirst(".*\\bdc=([^&]*).*", "$1");
        CqlSessionBuilder builder = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(uri.getHost(), uri.getPort()))
                .withLocalDatacenter(datacenter)
                .withConfigLoader(DriverConfigLoader.programmaticBuilder()
                        .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                        .withBoolean(DefaultDriverOption.METADATA_TOKEN_MAP_ENABLED, false)
                        .withBoolean(DefaultDriverOption.TIMESTAMP_GENERATOR_FORCE_JAVA_CLOCK, true)
                        .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, PATIENCE)
                        .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, PATIENCE)
                        .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                        .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                        .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                        .withBoolean(DefaultDriverOption.NETTY_DAEMON, true)
                        .build());
        endpoint.user()
                .ifPresent(user -> builder.withAuthCredentials(
                        user, endpoint.password().value().orElse("")));
        session = builder.build();
    }

    @Override
    public void run(String statement) {
        try {
            session.execute(statement);
        } catch (DriverException e) {
            throw new ConsoleException(e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
