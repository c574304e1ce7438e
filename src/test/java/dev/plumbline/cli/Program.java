package dev.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program as a process of its own, with an environment of its own, which signals can end.
 *
 * @param scratch its folder for temporary files and for what it prints
 */
record Program(Process process, Path scratch) {

    private static final int SECONDS = 180;

    /**
     * What is about the program.
     *
     * @param before what starts it, for instance {@code setsid}; it is given the command as its arguments
     * @param options of the Java machine
     * @param environment added to ours
     */
    record Around(List<String> before, List<String> options, Map<String, String> environment) {

        static final Around NOTHING = new Around(List.of(), List.of(), Map.of());

        Around environment(Map<String, String> added) {
            return new Around(before, options, added);
        }
    }

    static Program start(Path scratch, Around around, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(around.before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + Files.createDirectories(scratch.resolve("tmp"))));
        command.addAll(around.options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(scratch.resolve("out.txt").toFile())
                .redirectError(scratch.resolve("err.txt").toFile());
        builder.environment().putAll(around.environment);
        return new Program(builder.start(), scratch);
    }

    /** Runs it to its end. */
    static Terminal run(Path scratch, Around around, String... arguments) throws IOException, InterruptedException {
        return start(scratch, around, arguments).end();
    }

    /** Waits for its end. */
    Terminal end() throws IOException, InterruptedException {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running after " + SECONDS + " seconds: " + text("err.txt"));
            }
            return new Terminal(process.exitValue(), text("out.txt"), text("err.txt"));
        } finally {
            process.destroyForcibly();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(scratch.resolve(name), StandardCharsets.UTF_8);
    }
}
