package dev.plumbline.audit;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the reference project in which its bad twin's files lie over the good ones, in a folder of its own that
 * is removed at the end.
 */
public final class Demo implements AutoCloseable {

    private static final String GOOD = "src/test/iact";
    private static final String BAD = "src/test/iact-bad";
    private static final String CONFIGURATION = "plumbline.yaml";

    private final Path folder;

    private Demo(Path folder) {
        this.folder = folder;
    }

    /**
     * @param home the program's own folder
     * @throws ProblemsException if the reference project is not there or the copy cannot be written
     */
    public static Demo prepare(Path home) {
        try {
            Path folder = Files.createTempDirectory("plumbline-demo");
            Demo demo = new Demo(folder);
            try {
                for (String part : List.of("rules", "baselines", GOOD)) {
                    copy(home.resolve(part), folder.resolve(part));
                }
                copy(home.resolve(BAD), folder.resolve(GOOD));
                Files.copy(home.resolve(BAD).resolve(CONFIGURATION), demo.configuration());
                return demo;
            } catch (IOException e) {
                demo.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(
                            home.toString(), "the demonstration cannot be prepared: " + e, "clone the project again"),
                    e);
        }
    }

    /** The copy's {@code plumbline.yaml}. */
    public Path configuration() {
        return folder.resolve(CONFIGURATION);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What is left is in the system's folder for temporary files, which the system empties.
            return;
        }
    }
}
