package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, for versions that have no embedded binaries and for machines that have none at all. */
final class ContainerSandbox implements Sandbox {

    private static final int START_SECONDS = 180;
    private static final int POLL_MILLIS = 200;

    private final Request request;
    private final GenericContainer<?> container;
    private final Administrator administrator;
    private final String version;

    private ContainerSandbox(
            Request request, GenericContainer<?> container, Administrator administrator, String version) {
        this.request = request;
        this.container = container;
        this.administrator = administrator;
        this.version = version;
    }

    /** The port on which an official image listens, and how it is told the administrator's password. */
    private record Official(int port, Map<String, String> environment) {}

    /** @throws ProblemsException if there is no Docker daemon, no such image, or the server does not answer */
    static ContainerSandbox start(Request request, Progress progress) {
        String password = Passwords.random();
        Official official = official(request, password);
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new ProblemsException(
                    "sandbox " + request,
                    "a container was asked for, and no Docker daemon answers",
                    "start Docker, set DOCKER_HOST, or use an embedded server ('container: false')");
        }
        String image = request.image().orElseGet(() -> defaultImage(request));
        progress.starting(image);
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withEnv(official.environment())
                .withExposedPorts(official.port())
                .withEnv("TZ", "UTC")
                .waitingFor(new AnswersLater());
        try {
            container.start();
            Administrator administrator =
                    administrator(request, container.getHost(), container.getMappedPort(official.port()), password);
            String version = version(request, container, administrator);
            progress.ready(image);
            return new ContainerSandbox(request, container, administrator, version);
        } catch (RuntimeException e) {
            String log = container.getContainerId() == null ? "" : container.getLogs();
            container.stop();
            throw e instanceof ProblemsException ? e : failed(request, image, e, log);
        }
    }

    private static Official official(Request request, String password) {
        return switch (request.engine()) {
            case "postgresql" ->
                new Official(
                        5432,
                        Map.of("POSTGRES_PASSWORD", password, "POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C"));
            case "mariadb" -> new Official(3306, Map.of("MARIADB_ROOT_PASSWORD", password, "MARIADB_ROOT_HOST", "%"));
            case "mysql" -> new Official(3306, Map.of("MYSQL_ROOT_PASSWORD", password, "MYSQL_ROOT_HOST", "%"));
            case "cassandra" -> new Official(9042, Map.of("MAX_HEAP_SIZE", "512M", "HEAP_NEWSIZE", "100M"));
            default ->
                throw new ProblemsException(
                        "sandbox " + request,
                        "there is no container for the engine '" + request.engine() + "'",
                        "use one of postgresql, mariadb, mysql, cassandra, or give the URL of a server");
        };
    }

    private static String defaultImage(Request request) {
        String name = request.engine().equals("postgresql") ? "postgres" : request.engine();
        String version = request.version().isEmpty()
                ? Release.of(new Request(request.engine(), "")).version()
                : request.version();
        return name + ":" + version;
    }

    private static Administrator administrator(Request request, String host, int port, String password) {
        return switch (request.engine()) {
            case "postgresql" -> new Administrator.Postgresql(host, port, password);
            // The official image lets everybody in, under any name.
            case "cassandra" -> new Administrator.Cassandra(host, port, Administrator.Cassandra.NAME);
            default -> new Administrator.Mysql(request.engine().equals("mariadb"), host, port, password);
        };
    }

    /**
     * Asks until the server answers. Nothing less will do: the images first start a server for themselves that writes
     * the same log, and Docker's proxy accepts connections before there is a server.
     */
    private static String version(Request request, GenericContainer<?> container, Administrator administrator) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try {
                return administrator.serverVersion();
            } catch (SQLException | IOException e) {
                if (System.nanoTime() > deadline || !container.isRunning()) {
                    throw failed(request, container.getDockerImageName(), e, container.getLogs());
                }
                ServerProcess.pause(POLL_MILLIS);
            }
        }
    }

    private static ProblemsException failed(Request request, String image, Exception e, String log) {
        List<String> lines = log.lines().toList();
        String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        return new ProblemsException(
                new Problem(
                        "sandbox " + request,
                        "the container of " + image + " does not run: " + e.getMessage(),
                        tail.isEmpty()
                                ? "check that the image can be pulled: docker pull " + image
                                : "the end of its log says:" + System.lineSeparator()
                                        + tail.indent(4).stripTrailing()),
                e);
    }

    @Override
    public String engine() {
        return request.engine();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Endpoint endpoint(String database) {
        return administrator.endpoint(database);
    }

    @Override
    public void close() {
        container.stop();
    }

    /** Waits for nothing, because {@link #version} does. */
    private static final class AnswersLater extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }
}
