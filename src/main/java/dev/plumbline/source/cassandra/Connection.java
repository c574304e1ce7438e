package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import com.datastax.oss.driver.api.core.metadata.Node;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session with one node. The driver's own picture of the cluster (schema, tokens, pools to all nodes) is switched
 * off: it would cost more than all that is read, and mix the answers of several nodes.
 */
final class Connection implements AutoCloseable {

    private static final int PAGE_ROWS = 5_000;

    private final Endpoint endpoint;
    private final CqlSession session;
    private final Node node;

    private Connection(Endpoint endpoint, CqlSession session, Node node) {
        this.endpoint = endpoint;
        this.session = session;
        this.node = node;
    }

    /** @throws ProblemsException if no host is a Cassandra server that lets us in */
    static Connection open(Endpoint endpoint, CqlUrl url) {
        try (Handshake handshake = new Handshake(endpoint, url)) {
            for (Optional<InetSocketAddress> host = handshake.next(); host.isPresent(); host = handshake.next()) {
                try {
                    return open(endpoint, url, host.get());
                } catch (DriverException e) {
                    Fault fault = Fault.atTheDoor(e, url.user());
                    if (fault.everywhere()) {
                        throw new ProblemsException(new Problem(endpoint.safeUrl(), fault.what(), fault.mend()), e);
                    }
                    handshake.failed(shown(host.get()) + " " + fault.what(), fault.mend());
                }
            }
            throw handshake.failure();
        }
    }

    private static String shown(InetSocketAddress address) {
        return new CqlUrl.Host(address.getHostString(), address.getPort()).toString();
    }

    private static Connection open(Endpoint endpoint, CqlUrl url, InetSocketAddress address) {
        CqlSessionBuilder builder = CqlSession.builder()
                .addContactPoint(address)
                .withConfigLoader(config(endpoint.limits()))
                .withNodeDistanceEvaluator(
                        (node, localDatacenter) -> isAt(node, address) ? null : NodeDistance.IGNORED);
        if (url.user().isPresent()) {
            builder.withAuthCredentials(url.user().get(), url.password().orElse(""));
        }
        url.tls().ifPresent(tls -> builder.withSslEngineFactory(tls.engines(address)));
        CqlSession session = builder.build();
        Node node = session.getMetadata().getNodes().values().stream()
                .filter(n -> isAt(n, address))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the driver lost the node it connected to"));
        return new Connection(endpoint, session, node);
    }

    private static boolean isAt(Node node, InetSocketAddress address) {
        return node.getEndPoint().resolve().equals(address);
    }

    private static DriverConfigLoader config(Endpoint.Limits limits) {
        Duration connect = Duration.ofMillis(limits.connectMillis());
        return DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, "BasicLoadBalancingPolicy")
                .withBoolean(DefaultDriverOption.METADATA_SCHEMA_ENABLED, false)
                .withBoolean(DefaultDriverOption.METADATA_TOKEN_MAP_ENABLED, false)
                .withBoolean(DefaultDriverOption.TIMESTAMP_GENERATOR_FORCE_JAVA_CLOCK, true)
                .withDuration(DefaultDriverOption.CONNECTION_CONNECT_TIMEOUT, connect)
                .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, connect)
                .withDuration(DefaultDriverOption.CONNECTION_SET_KEYSPACE_TIMEOUT, connect)
                .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, connect)
                .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofMillis(limits.statementMillis()))
                .withString(DefaultDriverOption.REQUEST_CONSISTENCY, "LOCAL_ONE")
                .withInt(DefaultDriverOption.REQUEST_PAGE_SIZE, PAGE_ROWS)
                .withInt(DefaultDriverOption.NETTY_IO_SIZE, 1)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SIZE, 1)
                .withInt(DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD, 0)
                .withInt(DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD, 0)
                .withBoolean(DefaultDriverOption.NETTY_DAEMON, true)
                .build();
    }

    /**
     * Sends one statement and takes all of its rows.
     *
     * @throws DriverException if the server refuses to answer
     * @throws ProblemsException if nothing is heard of the server any more
     */
    List<Row> ask(String cql) {
        try {
            return send(cql, Integer.MAX_VALUE).rows();
        } catch (DriverException e) {
            throw Fault.isAnAnswer(e) ? e : broken(e);
        }
    }

    /**
     * Sends one statement, the answer of which is taken later: other nodes may have to give it, and they may not answer.
     *
     * @param replicated whether the answer itself lies on other nodes; then a majority of them must agree on it
     */
    Sent start(String cql, boolean replicated) {
        SimpleStatement statement = statement(cql);
        return new Sent(session.executeAsync(
                replicated ? statement.setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM) : statement));
    }

    /**
     * The rows of a statement that was sent.
     *
     * @throws DriverException if the server refuses to answer, or does not in time although it still answers others
     * @throws ProblemsException if nothing is heard of the server any more
     */
    List<Row> take(Sent sent) {
        try {
            return sent.rows();
        } catch (DriverException e) {
            throw judged(e);
        }
    }

    /**
     * Sends a statement of a user's own, which may read much and take long: it is not asked for more pages once it has
     * yielded too many rows, and if it takes too long the connection is still good for others.
     *
     * @param most rows; at most one more is taken
     * @throws DriverException if the server refuses to answer, or does not in time
     */
    Answer askOwn(String cql, int most) {
        try {
            return send(cql, most);
        } catch (DriverException e) {
            throw judged(e);
        }
    }

    /** Whoever waited in vain for one answer finds out whether the server gives any, before waiting for more. */
    private RuntimeException judged(DriverException e) {
        if (e instanceof DriverTimeoutException) {
            ask("SELECT key FROM system.local");
            return e;
        }
        return Fault.isAnAnswer(e) ? e : broken(e);
    }

    /** @param columns names of the columns, in order */
    record Answer(List<String> columns, List<Row> rows) {

        Answer {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    private SimpleStatement statement(String cql) {
        return SimpleStatement.newInstance(cql).setNode(node).setIdempotent(true);
    }

    private Answer send(String cql, int most) {
        ResultSet result = session.execute(statement(cql));
        List<Row> rows = new ArrayList<>();
        for (com.datastax.oss.driver.api.core.cql.Row row : result) {
            rows.add(Row.of(row));
            if (rows.size() > most) {
                break;
            }
        }
        List<String> columns = new ArrayList<>();
        result.getColumnDefinitions()
                .forEach(column -> columns.add(column.getName().asInternal()));
        return new Answer(columns, rows);
    }

    /** Whoever goes on waits for each statement in turn, and then knows no more. */
    private ProblemsException broken(DriverException error) {
        return new ProblemsException(
                new Problem(
                        endpoint.safeUrl(),
                        "the connection broke while the schema was read: " + Fault.reason(error),
                        "nothing can be said of this cluster; run again"),
                error);
    }

    /** Ends it whatever it is at. */
    void cut() {
        session.forceCloseAsync();
    }

    @Override
    public void close() {
        session.close();
    }
}
