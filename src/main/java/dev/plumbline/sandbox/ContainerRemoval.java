package dev.plumbline.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes containers of ours: one whose process has just died, and those that earlier runs left behind because nobody
 * could remove them, say after a power cut. Labels tell whose they are.
 */
final class ContainerRemoval {

    /** Its value names one container. */
    static final String NAME_LABEL = "dev.plumbline.sandbox";

    private static final String OWNER_LABEL = "dev.plumbline.owner";

    /** A sandbox lives for minutes. After a day nobody needs it, whosoever it was. */
    private static final Duration OLDEST = Duration.ofDays(1);

    private ContainerRemoval() {}

    /** @param arguments the value of {@link #NAME_LABEL} of the container to remove */
    public static void main(String[] arguments) {
        Daemon.find().ifPresent(daemon -> remove(daemon.client(), Map.of(NAME_LABEL, arguments[0])));
    }

    /** Labels of a container that belongs to this process. */
    static Map<String, String> labels(String name) {
        return Map.of(NAME_LABEL, name, OWNER_LABEL, Owner.ourselves().text());
    }

    /** Removes a container of this name with the data it holds; there may be none. */
    static void remove(DockerClient client, Map<String, String> labels) {
        client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec()
                .forEach(c -> remove(client, c));
    }

    /** Removes what earlier runs on this machine left behind, and what is a day old. */
    static void removeStale(DockerClient client) {
        client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(NAME_LABEL)).exec().stream()
                .filter(ContainerRemoval::stale)
                .forEach(container -> remove(client, container));
    }

    private static boolean stale(Container container) {
        Instant created = Instant.ofEpochSecond(container.getCreated());
        return created.isBefore(Instant.now().minus(OLDEST))
                || Owner.parse(container.getLabels().getOrDefault(OWNER_LABEL, ""))
                        .filter(Owner::gone)
                        .isPresent();
    }

    private static void remove(DockerClient client, Container container) {
        try {
            client.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (DockerException e) {
            // Another process removes it at this moment.
            return;
        }
    }

    /**
     * The process to which a container belongs.
     *
     * @param machine in which process numbers count
     * @param startMillis of the epoch; tells a process from a later one of the same number
     */
    record Owner(String machine, long pid, long startMillis) {

        static Owner ourselves() {
            ProcessHandle process = ProcessHandle.current();
            return new Owner(thisMachine(), process.pid(), start(process));
        }

        static Optional<Owner> parse(String text) {
            String[] part = text.split(" ", -1);
            return part.length == 3 && part[1].matches("\\d{1,18}") && part[2].matches("\\d{1,18}")
                    ? Optional.of(new Owner(part[0], Long.parseLong(part[1]), Long.parseLong(part[2])))
                    : Optional.empty();
        }

        String text() {
            return machine + " " + pid + " " + startMillis;
        }

        /** Whether it surely has ended; of another machine's processes we know nothing. */
        boolean gone() {
            return machine.equals(thisMachine())
                    && ProcessHandle.of(pid)
                            .filter(process -> start(process) == startMillis)
                            .isEmpty();
        }

        private static long start(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }

        /** The namespace of process numbers on Linux, where containers have their own; elsewhere the host's name. */
        private static String thisMachine() {
            try {
                String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"))
                        .strip();
                return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
            } catch (IOException e) {
                try {
                    return InetAddress.getLocalHost().getHostName().replace(' ', '-');
                } catch (IOException unnamed) {
                    return "unnamed";
                }
            }
        }
    }
}
