package dev.plumbline.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that a container does not outlive this process, however that ends: a small shell waits at the other end of
 * a pipe, and if the pipe is closed without a word, which the kernel does even after SIGKILL, it starts
 * {@link ContainerRemoval}. Where there is no shell, what was left behind is removed at the next start.
 */
final class ContainerWatch implements AutoCloseable {

    private static final String SCRIPT = "trap : HUP INT TERM; read -r done || exec \"$@\"";

    private final List<Process> shell;

    private ContainerWatch(List<Process> shell) {
        this.shell = shell;
    }

    /** @param name the container's label; it need not exist yet */
    static ContainerWatch over(String name) throws IOException {
        if (!Programs.exists("sh")) {
            return new ContainerWatch(List.of());
        }
        List<String> command = new ArrayList<>();
        if (Programs.exists("setsid")) {
            // In a session of its own it does not hear the terminal's Ctrl-C.
            command.add("setsid");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        command.addAll(List.of("sh", "-c", SCRIPT, "watch", java.toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ContainerRemoval.class.getName(), name));
        return new ContainerWatch(List.of(new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()));
    }

    /** The container is gone; there is nothing to watch over any more. */
    @Override
    public void close() {
        for (Process process : shell) {
            try (OutputStream pipe = process.getOutputStream()) {
                pipe.write('\n');
            } catch (IOException e) {
                // A shell that is gone does not watch, which is what closing is for.
                process.destroy();
            }
        }
    }
}
