package dev.plumbline.sandbox;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that starts PostgreSQL from a given cache and prints its version. */
final class StartOnce {

    private StartOnce() {}

    public static void main(String[] arguments) throws Exception {
        try (Sandbox sandbox =
                Sandboxes.embedded(Path.of(arguments[0]), Progress.SILENT).start(new Request("postgresql", "17"))) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).println(Answers.version(sandbox));
        }
    }
}
