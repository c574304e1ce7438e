package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Endpoint;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrphanTest {

    @ParameterizedTest
    @CsvSource({"postgresql,17", "mariadb,11.4", "cassandra,5.0"})
    void serverAndItsDataAreGoneAfterOurProcessIsKilled(String engine, String version) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Killed.class.getName(),
                        engine,
                        version)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            String[] told = lines.readLine().split(" ", -1);
            ProcessHandle supervisor = ProcessHandle.of(Long.parseLong(told[0])).orElseThrow();
            Path folder = Path.of(told[1]);
            Endpoint endpoint =
                    new Endpoint(told[2], Optional.empty(), Endpoint.Secret.NONE, List.of(), Endpoint.Limits.DEFAULT);
            List<ProcessHandle> servers = supervisor.descendants().toList();
            assertThat(servers).isNotEmpty();
            assertThat(Answers.listens(endpoint)).isTrue();
            assertThat(folder).isDirectory();

            // On Unix this is SIGKILL: no shutdown hook runs.
            program.destroyForcibly().waitFor();

            supervisor.onExit().get(20, TimeUnit.SECONDS);
            assertThat(servers).noneMatch(ProcessHandle::isAlive);
            assertThat(Answers.listens(endpoint)).isFalse();
            assertThat(Files.exists(folder)).isFalse();
        } finally {
            program.destroyForcibly();
        }
    }
}
