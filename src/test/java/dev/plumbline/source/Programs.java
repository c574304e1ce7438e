package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Runs the databases' own client programs, which are installed by the operating system or are not there. */
public final class Programs {

    private Programs() {}

    /** Ends the test as skipped if there is no such program. */
    public static void require(String program, String what) {
        try {
            new ProcessBuilder(program, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            Assumptions.abort("NOT TESTED: " + what + ", for there is no program " + program);
        }
    }

    /** One that a script {@code src/test/…/newest-…} left for the tests, by its real path, if it did. */
    public static Optional<Path> left(String program) {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path cache = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        try {
            return Optional.of(cache.resolve("plumbline-test").resolve(program).toRealPath())
                    .filter(Files::isExecutable);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a program to its end, which must be a good one.
     *
     * @return what it printed
     */
    public static String run(Map<String, String> environment, String input, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.environment().putAll(environment);
        builder.redirectError(ProcessBuilder.Redirect.PIPE);
        Process process = builder.start();
        StringBuilder errors = new StringBuilder();
        Thread reader = new Thread(() -> {
            try {
                errors.append(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                errors.append(e);
            }
        });
        reader.start();
        Thread writer = new Thread(() -> {
            try (var out = process.getOutputStream()) {
                out.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                errors.append(e);
            }
        });
        writer.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        writer.join();
        reader.join();
        assertThat(process.waitFor()).as(command.get(0) + ": " + errors).isZero();
        return output;
    }
}
