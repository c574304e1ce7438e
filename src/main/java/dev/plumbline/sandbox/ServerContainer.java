package dev.plumbline.sandbox;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** One container from its creation to its removal, which also happens when this process ends in any other way. */
final class ServerContainer implements AutoCloseable {

    private static final int PULL_MINUTES = 15;
    private static final int LOG_LINES = 15;
    private static final int LOG_SECONDS = 5;
    private static final AtomicBoolean CLEANED = new AtomicBoolean();

    private final Daemon daemon;
    private final String image;
    private final String id;
    private final List<InetSocketAddress> addresses;
    private final Runnable removal;
    private final Thread hook;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ServerContainer(
            Daemon daemon, String image, String id, List<InetSocketAddress> addresses, Runnable removal, Thread hook) {
        this.daemon = daemon;
        this.image = image;
        this.id = id;
        this.addresses = List.copyOf(addresses);
        this.removal = removal;
        this.hook = hook;
    }

    /**
     * Fetches the image if it is not there, and starts a container of it.
     *
     * @throws ProblemsException if there is no such image, or Docker refuses to start it
     */
    static ServerContainer start(
            Daemon daemon,
            Request request,
            DockerImageName wanted,
            ContainerSandbox.Official official,
            Progress progress) {
        // Firms that mirror the registry say so in ~/.testcontainers.properties.
        String image = ImageNameSubstitutor.instance().apply(wanted).asCanonicalNameString();
        String name = UUID.randomUUID().toString();
        try {
            if (CLEANED.compareAndSet(false, true)) {
                ContainerRemoval.removeStale(daemon.client());
            }
            fetch(daemon, request, image, progress);
            progress.starting(image);
            ContainerWatch watch = ContainerWatch.over(name);
            Runnable removal = () -> {
                ContainerRemoval.remove(daemon.client(), Map.of(ContainerRemoval.NAME_LABEL, name));
                watch.close();
            };
            Thread hook = new Thread(removal, "remove container of " + image);
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                String id = create(daemon, image, official, ContainerRemoval.labels(name));
                daemon.client().startContainerCmd(id).exec();
                return new ServerContainer(daemon, image, id, addresses(daemon, id, official.port()), removal, hook);
            } catch (RuntimeException e) {
                removal.run();
                throw e;
            }
        } catch (DockerException | DockerClientException | IOException e) {
            throw new ProblemsException(
                    new Problem(
                            "sandbox " + request,
                            "Docker does not start a container of " + image + ": " + firstLine(e),
                            "try 'docker run " + image + "'"),
                    e);
        }
    }

    private static void fetch(Daemon daemon, Request request, String image, Progress progress) {
        try {
            daemon.client().inspectImageCmd(image).exec();
        } catch (NotFoundException missing) {
            progress.downloading(image);
            DockerImageName name = DockerImageName.parse(image);
            try {
                boolean whole = daemon.client()
                        .pullImageCmd(name.getUnversionedPart())
                        .withTag(name.getVersionPart())
                        .start()
                        .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
                if (!whole) {
                    throw unfetched(request, image, "it takes longer than " + PULL_MINUTES + " minutes", missing);
                }
            } catch (DockerException | DockerClientException e) {
                throw unfetched(request, image, firstLine(e), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unfetched(request, image, "it was interrupted", e);
            }
        }
    }

    private static ProblemsException unfetched(Request request, String image, String why, Exception cause) {
        return new ProblemsException(
                new Problem(
                        "sandbox " + request,
                        "the image " + image + " is not there and cannot be fetched: " + why,
                        "try 'docker pull " + image + "', name another image ('container: IMAGE'), or use an embedded"
                                + " server ('container: false')"),
                cause);
    }

    private static String create(
            Daemon daemon, String image, ContainerSandbox.Official official, Map<String, String> labels) {
        ExposedPort port = ExposedPort.tcp(official.port());
        List<PortBinding> bindings = daemon.publishedOn().stream()
                .map(address -> new PortBinding(Binding.bindIp(address), port))
                .toList();
        List<String> environment = new ArrayList<>(List.of("TZ=UTC"));
        official.environment().forEach((key, value) -> environment.add(key + "=" + value));
        return daemon.client()
                .createContainerCmd(image)
                .withEnv(environment)
                .withLabels(labels)
                .withExposedPorts(port)
                .withHostConfig(HostConfig.newHostConfig().withPortBindings(bindings))
                .exec()
                .getId();
    }

    /** Where the server may be reached, the likeliest place first. */
    private static List<InetSocketAddress> addresses(Daemon daemon, String id, int port) {
        InspectContainerResponse container =
                daemon.client().inspectContainerCmd(id).exec();
        List<InetSocketAddress> addresses = new ArrayList<>();
        Binding[] published =
                container.getNetworkSettings().getPorts().getBindings().get(ExposedPort.tcp(port));
        for (Binding binding : published == null ? new Binding[0] : published) {
            // The same again for IPv6, which leads to the same place.
            if (!binding.getHostIp().contains(":")) {
                addresses.add(new InetSocketAddress(
                        daemon.host(binding.getHostIp()), Integer.parseInt(binding.getHostPortSpec())));
            }
        }
        if (daemon.inContainer()) {
            container.getNetworkSettings().getNetworks().values().stream()
                    .map(network -> network.getIpAddress())
                    .filter(address -> address != null && !address.isEmpty())
                    .forEach(address -> addresses.add(new InetSocketAddress(address, port)));
        }
        return addresses;
    }

    List<InetSocketAddress> addresses() {
        return addresses;
    }

    String image() {
        return image;
    }

    String id() {
        return id;
    }

    boolean running() {
        try {
            return Boolean.TRUE.equals(
                    daemon.client().inspectContainerCmd(id).exec().getState().getRunning());
        } catch (NotFoundException e) {
            return false;
        }
    }

    /** The last lines that the server wrote. */
    List<String> log() {
        List<String> parts = new CopyOnWriteArrayList<>();
        try (ResultCallback.Adapter<Frame> listener = new ResultCallback.Adapter<>() {
            @Override
            public void onNext(Frame frame) {
                parts.add(new String(frame.getPayload(), StandardCharsets.UTF_8));
            }
        }) {
            daemon.client()
                    .logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTail(LOG_LINES)
                    .exec(listener)
                    .awaitCompletion(LOG_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | DockerException e) {
            // A container that is gone has no log.
            return List.of();
        }
        return String.join("", parts).lines().toList();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The machine is shutting down and the hook does the same as we do now.
            }
            removal.run();
        }
    }
}
