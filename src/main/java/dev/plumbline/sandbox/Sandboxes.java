package dev.plumbline.sandbox;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Starts disposable servers. The first start of a version fetches its files from the user's Maven repositories and
 * unpacks them into a cache folder; later starts need no network.
 */
public final class Sandboxes {

    private final Cache cache;
    private final Progress progress;

    private Sandboxes(Cache cache, Progress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** Keeps unpacked servers in {@code $XDG_CACHE_HOME/plumbline} or {@code ~/.cache/plumbline}. */
    public static Sandboxes embedded(Progress progress) {
        return embedded(Cache.defaultFolder(), progress);
    }

    /**
     * Keeps unpacked servers in a folder of the caller's choice.
     *
     * @param cacheFolder made if it does not exist; several processes may share it
     */
    public static Sandboxes embedded(Path cacheFolder, Progress progress) {
        return new Sandboxes(new Cache(cacheFolder), progress);
    }

    /**
     * Starts one server and waits until it answers.
     *
     * @throws ProblemsException if there is no such engine or version, its files cannot be fetched or unpacked, or the
     *     server does not start
     */
    public Sandbox start(Request request) {
        return start(List.of(request)).get(0);
    }

    /**
     * Starts all servers side by side. Either all of them run, in the order asked for, or none.
     *
     * @throws ProblemsException with the problems of all that failed
     */
    public List<Sandbox> start(List<Request> requests) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, requests.size()), task -> {
            Thread thread = new Thread(task, "sandbox");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Sandbox>> starts = requests.stream()
                    .map(request -> threads.submit(() -> startOne(request)))
                    .toList();
            return collect(starts);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Sandbox> collect(List<Future<Sandbox>> starts) {
        List<Sandbox> running = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Throwable> causes = new ArrayList<>();
        for (Future<Sandbox> start : starts) {
            try {
                running.add(finished(start));
            } catch (ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                causes.add(cause);
                if (cause instanceof ProblemsException known) {
                    problems.addAll(known.problems());
                } else {
                    problems.add(new Problem("sandbox", "a server could not be started: " + cause, ""));
                }
            }
        }
        if (problems.isEmpty()) {
            return List.copyOf(running);
        }
        running.forEach(Sandbox::close);
        ProblemsException failure = new ProblemsException(problems);
        causes.forEach(failure::addSuppressed);
        throw failure;
    }

    /** Waits even if this thread is interrupted, so that no server is left behind; the starts have time limits. */
    private static Sandbox finished(Future<Sandbox> start) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return start.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Sandbox startOne(Request request) {
        if (request.container()) {
            return ContainerSandbox.start(request, Daemon.find(), progress);
        }
        Release release = Release.of(request).on(Platform.current());
        // Read only when something is missing from the cache: a warm start neither waits for it nor fails for it.
        Supplier<MavenArtifacts> artifacts = () -> new MavenArtifacts(MavenSettings.read(), progress);
        Recipe recipe = switch (release.engine()) {
            case "postgresql" -> new PostgresqlRecipe(cache, artifacts, progress, Unprivileged.detect());
            case "mariadb", "mysql" -> new MysqlRecipe(cache, artifacts, progress);
            case "cassandra" -> new CassandraRecipe(cache, artifacts, progress);
            default -> throw new IllegalStateException("no recipe for " + release);
        };
        return EmbeddedSandbox.start(release, recipe, progress);
    }
}
