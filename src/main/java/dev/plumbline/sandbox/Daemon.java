package dev.plumbline.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Network;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/**
 * The Docker daemon, found by Testcontainers where the user has told of it: {@code DOCKER_HOST}, the usual sockets,
 * Docker Desktop, rootless ones, {@code ~/.testcontainers.properties}.
 *
 * <p>Testcontainers' own {@code GenericContainer} is not used: it first fetches a helper image and runs it with all
 * rights and with the daemon's socket (only an environment variable prevents that, which a running program cannot set
 * for itself), fetches another one to find its way out of a container, and publishes ports to the whole network.
 *
 * @param address {@code unix:///var/run/docker.sock}, {@code tcp://host:port}
 * @param inContainer whether this program itself runs in a container, so that the daemon may be a neighbour
 */
record Daemon(DockerClient client, URI address, boolean inContainer) {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /** Looked for once: each search makes a client with connections of its own. */
    private static final class Found {
        static final Optional<Daemon> DAEMON = search();
    }

    /** The daemon, or nothing if none answers. */
    static Optional<Daemon> find() {
        return Found.DAEMON;
    }

    private static Optional<Daemon> search() {
        try {
            List<DockerClientProviderStrategy> ways = ServiceLoader.load(DockerClientProviderStrategy.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            DockerClientProviderStrategy way = DockerClientProviderStrategy.getFirstValidStrategy(ways);
            boolean inContainer =
                    Stream.of("/.dockerenv", "/run/.containerenv").anyMatch(f -> Files.exists(Path.of(f)));
            return Optional.of(
                    new Daemon(way.getDockerClient(), way.getTransportConfig().getDockerHost(), inContainer));
        } catch (IllegalStateException e) {
            // None of the ways leads to a daemon.
            return Optional.empty();
        }
    }

    /**
     * The addresses of the daemon's machine on which a port is published. Loopback if that is where we are: with the
     * official image of Cassandra everybody who reaches the port is an administrator. A neighbour is reached over the
     * bridge between containers, which leads nowhere else.
     */
    Set<String> publishedOn() {
        if (remote()) {
            return Set.of(EVERYWHERE);
        }
        Set<String> addresses = new LinkedHashSet<>(List.of(LOOPBACK));
        if (inContainer) {
            gateway().ifPresent(addresses::add);
        }
        return addresses;
    }

    /** Where we reach what is published on one of these addresses. */
    String host(String published) {
        return remote() ? Objects.requireNonNull(address.getHost(), "the daemon's host") : published;
    }

    private boolean remote() {
        String host = address.getHost();
        return host != null && !host.equals("localhost") && !host.equals(LOOPBACK);
    }

    /** Docker's own address on the bridge between containers; a young daemon does not know it yet. */
    private Optional<String> gateway() {
        try {
            return client.inspectNetworkCmd().withNetworkId("bridge").exec().getIpam().getConfig().stream()
                    .map(Network.Ipam.Config::getGateway)
                    .filter(gateway -> gateway != null && !gateway.isEmpty())
                    .findFirst();
        } catch (DockerException e) {
            // Podman calls its network differently; it is no neighbour then.
            return Optional.empty();
        }
    }
}
