package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server process of our own on a free loopback port with a data folder of its own. */
final class EmbeddedSandbox implements Sandbox {

    private static final int ATTEMPTS = 4;
    private static final int START_SECONDS = 120;
    private static final int POLL_MILLIS = 20;

    private final Release release;
    private final ServerProcess process;
    private final Administrator administrator;
    private final Thread hook;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedSandbox(Release release, ServerProcess process, Administrator administrator) {
        this.release = release;
        this.process = process;
        this.administrator = administrator;
        this.hook = new Thread(process::close, "close " + release);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @throws ProblemsException if it does not answer in two minutes; shows the server's log */
    static EmbeddedSandbox start(Release release, Recipe recipe, Progress progress) {
        try {
            Recipe.Kit kit = recipe.prepare(release);
            progress.starting(release.toString());
            for (int attempt = 1; ; attempt++) {
                int port = Ports.free();
                ServerProcess process = begin(release, kit, port);
                try {
                    kit.fill(process.folder(), port);
                    process.go();
                    Administrator administrator = await(process, kit, port, START_SECONDS);
                    progress.ready(release.toString());
                    return new EmbeddedSandbox(release, process, administrator);
                } catch (ProblemsException e) {
                    boolean portTaken = !process.running() && process.logTail().contains("in use");
                    process.close();
                    if (!portTaken || attempt == ATTEMPTS) {
                        throw e;
                    }
                } catch (IOException | RuntimeException e) {
                    process.close();
                    throw e;
                }
            }
        } catch (IOException e) {
            throw new ProblemsException(
                    new Problem(
                            "sandbox " + release,
                            "cannot be started: " + e.getMessage(),
                            "check the space and the rights in " + System.getProperty("java.io.tmpdir")
                                    + " (-Djava.io.tmpdir chooses another folder)"),
                    e);
        }
    }

    private static ServerProcess begin(Release release, Recipe.Kit kit, int port) throws IOException {
        Path folder = Files.createTempDirectory("plumbline-");
        return new ServerProcess(release.toString(), folder, kit.launch(folder, port));
    }

    /** Tries until the server answers, has ended, or the time is over. */
    static Administrator await(ServerProcess process, Recipe.Kit kit, int port, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            try {
                return kit.open(port);
            } catch (SQLException | IOException e) {
                if (!process.running()) {
                    throw process.failed("ended while it started", e);
                }
                if (System.nanoTime() > deadline) {
                    throw process.failed("did not answer within " + seconds + " seconds (" + e.getMessage() + ")", e);
                }
                ServerProcess.pause(POLL_MILLIS);
            }
        }
    }

    @Override
    public String engine() {
        return release.engine();
    }

    @Override
    public String version() {
        return release.fullVersion();
    }

    @Override
    public Endpoint endpoint(String database) {
        if (closed.get()) {
            throw new IllegalStateException("the sandbox " + release + " is closed");
        }
        return administrator.endpoint(database);
    }

    /** Process id of the script that watches over the server. */
    long supervisor() {
        return process.pid();
    }

    Path folderOfServer() {
        return process.folder();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The machine is shutting down and the hook does the same as we do now.
            }
            process.close();
        }
    }
}
