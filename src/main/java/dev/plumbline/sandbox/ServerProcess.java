package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * One server process under a small shell script that outlives us just long enough: when this process ends, however it
 * ends, the script stops the server and removes its folder. See {@code sandbox/supervise.sh}.
 */
final class ServerProcess implements AutoCloseable {

    private static final int LOG_TAIL_LINES = 15;
    private static final int STOP_SECONDS = 15;
    private static final String SCRIPT = script();

    private final String what;
    private final Path folder;
    private final Path log;
    private final Process supervisor;

    /**
     * A command to run and where.
     *
     * @param stopSignal {@code KILL}, or a gentler one for a server that leaves something behind when killed
     */
    record Launch(List<String> command, Map<String, String> environment, String stopSignal) {
        Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Starts the supervisor; the command itself waits for {@link #go}.
     *
     * @param what names the server in messages
     * @param folder exists; is removed when this is closed or this process ends
     */
    ServerProcess(String what, Path folder, Launch launch) throws IOException {
        this.what = what;
        this.folder = folder;
        this.log = folder.resolve("server.log");
        List<String> command = new ArrayList<>();
        if (Programs.exists("setsid")) {
            // In a session of its own the server does not hear the terminal's Ctrl-C before we do.
            command.add("setsid");
        }
        command.addAll(
                List.of("sh", "-c", SCRIPT, "supervise", folder.toString(), launch.stopSignal(), log.toString()));
        command.addAll(launch.command());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(launch.environment());
        this.supervisor = builder.start();
    }

    /** Starts the command. */
    void go() throws IOException {
        OutputStream pipe = supervisor.getOutputStream();
        pipe.write('\n');
        pipe.flush();
    }

    /** Whether the command has not ended. */
    boolean running() {
        try {
            return supervisor.isAlive() && supervisor.getInputStream().available() == 0;
        } catch (IOException e) {
            // The pipe of a supervisor that is gone.
            return false;
        }
    }

    /** Waits for a command that ends by itself. */
    void finish(int seconds) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (running()) {
            if (System.nanoTime() > deadline) {
                throw failed("did not end within " + seconds + " seconds");
            }
            pause(10);
        }
        byte[] status = new byte[8];
        int count = supervisor.getInputStream().read(status);
        String text = count < 0 ? "" : new String(status, 0, count, StandardCharsets.UTF_8).strip();
        if (!text.equals("0")) {
            throw failed("ended with status " + text);
        }
    }

    /** Asks the command to end by itself with the signal TERM and waits until it has. */
    void stopGently(int seconds) {
        // Process.destroy() would also close the pipe, and the supervisor would then kill the command.
        supervisor.toHandle().destroy();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (running()) {
            if (System.nanoTime() > deadline) {
                throw failed("did not end within " + seconds + " seconds");
            }
            pause(10);
        }
    }

    /** Runs a command to its end. */
    static void run(String what, Launch launch, int seconds) throws IOException {
        Path scratch = Files.createTempDirectory("plumbline-");
        try (ServerProcess process = new ServerProcess(what, scratch, launch)) {
            process.go();
            process.finish(seconds);
        }
    }

    /** A failure that shows the end of the server's log. */
    ProblemsException failed(String how) {
        return failed(how, new IllegalStateException(how));
    }

    ProblemsException failed(String how, Throwable cause) {
        String tail = logTail();
        return new ProblemsException(
                new Problem(
                        "sandbox " + what,
                        "the server " + how,
                        tail.isEmpty()
                                ? "its log is empty"
                                : "the end of its log says:" + System.lineSeparator()
                                        + tail.indent(4).stripTrailing()),
                cause);
    }

    /** The last lines of the server's log; empty if there is none. */
    String logTail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Process id of the supervisor. */
    long pid() {
        return supervisor.pid();
    }

    Path folder() {
        return folder;
    }

    /** Stops the command if it runs and removes the folder; waits until both are done. */
    @Override
    public void close() {
        try {
            supervisor.getOutputStream().close();
        } catch (IOException e) {
            // The supervisor is gone already, which is what closing is for.
        }
        boolean ended = false;
        try {
            ended = supervisor.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            if (!ended) {
                supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
                supervisor.destroyForcibly();
            }
            Trees.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a sandbox cannot be removed: " + folder, e);
        }
    }

    /** @throws ProblemsException if this thread was interrupted */
    static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemsException(new Problem("sandbox", "the start was interrupted", ""), e);
        }
    }

    private static String script() {
        try (InputStream stream =
                Objects.requireNonNull(ServerProcess.class.getResourceAsStream("/sandbox/supervise.sh"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
