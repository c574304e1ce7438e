package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real containers, see {@link TestImages}. */
class ContainerSandboxTest {

    private final Sandboxes sandboxes = Sandboxes.embedded(Progress.SILENT);

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "cassandra"})
    void containerAnswersWithItsVersionAndIsGoneAfterClose(String engine) throws Exception {
        Request request = new Request(engine, "").inContainer(TestImages.of(engine));
        Endpoint endpoint;
        String id;
        try (Sandbox sandbox = sandboxes.start(request)) {
            endpoint = sandbox.endpoint("");
            id = ((ContainerSandbox) sandbox).container();
            assertThat(Answers.version(sandbox)).contains(sandbox.version());
            assertThat(containers()).extracting(Container::getId).contains(id);
        }
        assertThat(Answers.listens(endpoint)).isFalse();
        assertThat(containers()).extracting(Container::getId).doesNotContain(id);
    }

    @Test
    void theNetworkCannotReachAContainer() throws Exception {
        Request request = new Request("postgresql", "").inContainer(TestImages.of("postgresql"));
        try (Sandbox sandbox = sandboxes.start(request)) {
            String id = ((ContainerSandbox) sandbox).container();
            List<String> published = containers().stream()
                    .filter(container -> container.getId().equals(id))
                    .flatMap(container -> java.util.Arrays.stream(container.getPorts()))
                    .map(port -> String.valueOf(port.getIp()))
                    .toList();
            assertThat(published).contains("127.0.0.1").doesNotContain("0.0.0.0", "::");
            int port = URI.create(sandbox.endpoint("").url().substring("jdbc:".length()))
                    .getPort();
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                // Docker's own bridge leads to containers only.
                if (!network.isLoopback() && !network.getName().startsWith("docker")) {
                    for (var address : Collections.list(network.getInetAddresses())) {
                        assertThat(Ports.answers(new java.net.InetSocketAddress(address, port)))
                                .as(address.toString())
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void containerIsGoneAfterOurProcessIsKilled() throws Exception {
        Process program = program("mariadb", TestImages.of("mariadb"));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String id = lines.readLine();
            assertThat(containers()).extracting(Container::getId).contains(id);

            // On Unix this is SIGKILL: no shutdown hook runs.
            program.destroyForcibly().waitFor();

            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (containers().stream().anyMatch(container -> container.getId().equals(id))
                    && System.nanoTime() < deadline) {
                Thread.sleep(100);
            }
            assertThat(containers()).extracting(Container::getId).doesNotContain(id);
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process program(String engine, String image) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        engine,
                        "",
                        image)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void whatADeadProcessLeftIsRemovedAndWhatALivingOneHasIsKept() {
        String image = TestImages.of("mariadb");
        Daemon daemon = Daemon.find().orElseThrow();
        ContainerRemoval.Owner ourselves = ContainerRemoval.Owner.ourselves();
        ContainerRemoval.Owner dead =
                new ContainerRemoval.Owner(ourselves.machine(), ourselves.pid(), ourselves.startMillis() - 1);
        ContainerRemoval.Owner elsewhere = new ContainerRemoval.Owner("elsewhere", 1, 1);
        String left = created(daemon, image, dead);
        String ours = created(daemon, image, ourselves);
        String others = created(daemon, image, elsewhere);
        try {
            ContainerRemoval.removeStale(daemon.client());
            assertThat(containers())
                    .extracting(Container::getId)
                    .contains(ours, others)
                    .doesNotContain(left);
        } finally {
            for (String id : List.of(ours, others)) {
                daemon.client().removeContainerCmd(id).exec();
            }
        }
    }

    private static String created(Daemon daemon, String image, ContainerRemoval.Owner owner) {
        return daemon.client()
                .createContainerCmd(image)
                .withLabels(Map.of(ContainerRemoval.NAME_LABEL, "test", "dev.plumbline.owner", owner.text()))
                .exec()
                .getId();
    }

    @Test
    void aServerThatEndsShowsItsLog() {
        // Without a password of its own name the server of this image refuses to start.
        Request request = new Request("postgresql", "").inContainer(TestImages.of("mariadb"));
        assertThatThrownBy(() -> sandboxes.start(request))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining(
                        "sandbox postgresql: the container of " + TestImages.of("mariadb") + " ended while it started")
                .hasMessageContaining("password option is not specified");
    }

    @Test
    void anImageThatCannotBeFetchedIsNamed() {
        TestImages.of("mariadb");
        // Nothing listens there, so the daemon is refused at once.
        Request request = new Request("postgresql", "").inContainer("127.0.0.1:1/no-such:1");
        assertThatThrownBy(() -> sandboxes.start(request))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("the image 127.0.0.1:1/no-such:1 is not there and cannot be fetched: ")
                .hasMessageContaining("docker pull 127.0.0.1:1/no-such:1");
    }

    @Test
    void withoutDockerTheAnswerIsAdvice() {
        Request request = new Request("postgresql", "12").inContainer("");
        assertThatThrownBy(() -> ContainerSandbox.start(request, Optional.empty(), Progress.SILENT))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("no Docker daemon answers")
                .hasMessageContaining("DOCKER_HOST");
    }

    private static List<Container> containers() {
        return Daemon.find()
                .orElseThrow()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .exec();
    }
}
