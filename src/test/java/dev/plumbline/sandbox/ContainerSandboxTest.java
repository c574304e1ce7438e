package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** Images other than the official ones are named with {@code -Dplumbline.test.image.ENGINE=…}. */
class ContainerSandboxTest {

    private final Sandboxes sandboxes = Sandboxes.embedded(Progress.SILENT);

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "cassandra"})
    void containerAnswersWithItsVersionAndIsGoneAfterClose(String engine) throws Exception {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "NOT TESTED: " + engine + " in a container, because no Docker daemon answers");
        Request request = new Request(engine, "").inContainer(System.getProperty("plumbline.test.image." + engine, ""));
        Endpoint endpoint;
        try (Sandbox sandbox = sandboxes.start(request)) {
            endpoint = sandbox.endpoint("");
            assertThat(Answers.version(sandbox)).contains(sandbox.version());
        }
        assertThat(Answers.listens(endpoint)).isFalse();
    }

    @Test
    void withoutDockerTheAnswerIsAdvice() {
        assumeFalse(
                DockerClientFactory.instance().isDockerAvailable(),
                "NOT TESTED: the message without Docker, because a Docker daemon answers");
        assertThatThrownBy(() -> sandboxes.start(new Request("postgresql", "12").inContainer("")))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("no Docker daemon answers")
                .hasMessageContaining("DOCKER_HOST");
    }
}
