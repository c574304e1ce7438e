package dev.plumbline.sandbox;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.utility.DockerImageName;

/** A server in a container, for versions that have no embedded binaries and for machines that have none at all. */
final class ContainerSandbox implements Sandbox {

    private static final int START_SECONDS = 180;
    private static final int POLL_MILLIS = 200;

    private final Request request;
    private final ServerContainer container;
    private final Administrator administrator;
    private final String version;

    private ContainerSandbox(Request request, ServerContainer container, Administrator administrator, String version) {
        this.request = request;
        this.container = container;
        this.administrator = administrator;
        this.version = version;
    }

    /** The port on which an official image listens, and how it is told the administrator's password. */
    record Official(int port, Map<String, String> environment) {}

    /** @throws ProblemsException if there is no Docker daemon, no such image, or the server does not answer */
    static ContainerSandbox start(Request request, Optional<Daemon> found, Progress progress) {
        String password = Passwords.random();
        Official official = official(request, password);
        Daemon daemon = found.orElseThrow(() -> new ProblemsException(
                "sandbox " + request,
                "a container was asked for, and no Docker daemon answers",
                "start Docker, set DOCKER_HOST, or use an embedded server ('container: false')"));
        String image = request.image().orElseGet(() -> defaultImage(request));
        ServerContainer container =
                ServerContainer.start(daemon, request, DockerImageName.parse(image), official, progress);
        try {
            ContainerSandbox sandbox = await(request, container, password);
            progress.ready(image);
            return sandbox;
        } catch (RuntimeException e) {
            container.close();
            throw e;
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

    private static Administrator administrator(Request request, InetSocketAddress address, String password) {
        String host = address.getHostString();
        return switch (request.engine()) {
            case "postgresql" -> new Administrator.Postgresql(host, address.getPort(), password);
            // The official image lets everybody in, under any name.
            case "cassandra" -> new Administrator.Cassandra(host, address.getPort(), Administrator.Cassandra.NAME);
            default -> new Administrator.Mysql(request.engine().equals("mariadb"), host, address.getPort(), password);
        };
    }

    /**
     * Asks until the server answers. Nothing less will do: the images first start a server for themselves that writes
     * the same log, and Docker's proxy accepts connections before there is a server.
     */
    private static ContainerSandbox await(Request request, ServerContainer container, String password) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            String last = "nothing listens";
            for (InetSocketAddress address : container.addresses()) {
                if (Ports.answers(address)) {
                    Administrator administrator = administrator(request, address, password);
                    try {
                        return new ContainerSandbox(request, container, administrator, administrator.serverVersion());
                    } catch (SQLException | IOException e) {
                        last = String.valueOf(e.getMessage());
                    }
                }
            }
            if (!container.running()) {
                throw failed(request, container, "ended while it started");
            }
            if (System.nanoTime() > deadline) {
                throw failed(request, container, "did not answer within " + START_SECONDS + " seconds (" + last + ")");
            }
            ServerProcess.pause(POLL_MILLIS);
        }
    }

    private static ProblemsException failed(Request request, ServerContainer container, String how) {
        List<String> lines = container.log();
        return new ProblemsException(
                "sandbox " + request,
                "the container of " + container.image() + " " + how,
                lines.isEmpty()
                        ? "its log is empty"
                        : "the end of its log says:" + System.lineSeparator()
                                + String.join("\n", lines).indent(4).stripTrailing());
    }

    @Override
    public String engine() {
        return request.engine();
    }

    @Override
    public String version() {
        return version;
    }

    /** The container's number, in Docker's words. */
    String container() {
        return container.id();
    }

    @Override
    public Endpoint endpoint(String database) {
        return administrator.endpoint(database);
    }

    @Override
    public void close() {
        container.close();
    }
}
