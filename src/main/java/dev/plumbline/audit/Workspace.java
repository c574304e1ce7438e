package dev.plumbline.audit;

import dev.plumbline.audit.Configuration.Fixture;
import dev.plumbline.audit.Configuration.Live;
import dev.plumbline.audit.Configuration.Migrations;
import dev.plumbline.audit.Configuration.Target;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.migration.Replay;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.DatabaseReader;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.source.Reading;
import dev.plumbline.source.cassandra.CassandraReader;
import dev.plumbline.source.jdbc.JdbcReader;
import dev.plumbline.source.mysql.MysqlReader;
import dev.plumbline.source.postgresql.PostgresReader;
import dev.plumbline.source.sqlmigration.ScriptFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The databases of a run: live ones, and sandboxes that are started when they are needed and gone when the workspace
 * is closed.
 */
public final class Workspace implements AutoCloseable {

    /** The last one takes whatever has a JDBC driver. */
    private static final List<DatabaseReader> READERS =
            List.of(new PostgresReader(), new MysqlReader(), new CassandraReader(), new JdbcReader());

    private final Kinds kinds;
    private final Map<String, List<OwnQuery>> own;
    private final Endpoint.Limits limits;
    private final boolean showCreate;
    private final Path root;
    private final Sandboxes sandboxes;
    private final Progress progress;
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final List<Sandbox> running = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param root the project's folder, to which file names in messages are relative
     * @param showCreate whether each table is read by a statement of its own, see {@link Endpoint#showCreate}
     */
    public Workspace(Path root, Endpoint.Limits limits, boolean showCreate, Progress progress) {
        this(root, limits, showCreate, Catalog.allKinds(), Map.of(), progress);
    }

    /** Reads the queries of the project's own too. */
    Workspace(Configuration configuration, Progress progress) {
        this(configuration, false, progress);
    }

    /** @param showCreate whether it is so of all targets, whatever the configuration says of them */
    Workspace(Configuration configuration, boolean showCreate, Progress progress) {
        this(
                configuration.root(),
                configuration.limits(),
                showCreate,
                configuration.kinds(),
                configuration.own(),
                progress);
    }

    private Workspace(
            Path root,
            Endpoint.Limits limits,
            boolean showCreate,
            Kinds kinds,
            Map<String, List<OwnQuery>> own,
            Progress progress) {
        this.showCreate = showCreate;
        this.kinds = kinds;
        this.own = own;
        this.root = root;
        this.limits = limits;
        this.progress = progress;
        this.sandboxes = Sandboxes.embedded(progress);
    }

    /**
     * Loads what the readers of addresses need, so that it is there when they are opened. It may run on a thread of its
     * own beside whatever else a start has to do.
     */
    public static void prepare(List<String> addresses) {
        addresses.forEach(address -> READERS.stream()
                .filter(reader -> reader.accepts(address))
                .findFirst()
                .ifPresent(DatabaseReader::prepare));
        // These are not needed before there is a connection.
        Catalog.allKinds().all();
    }

    /** All kinds of the program. */
    public Kinds kinds() {
        return kinds;
    }

    /**
     * Makes targets ready to be read: starts sandboxes side by side and runs the migrations on them.
     *
     * @throws ProblemsException with the problems of all targets
     */
    void prepare(Collection<Target> targets) {
        List<Target> fresh = targets.stream()
                .filter(t -> !endpoints.containsKey(t.name()))
                .filter(t -> {
                    t.live().ifPresent(live -> endpoints.put(t.name(), live(t, live)));
                    return t.live().isEmpty();
                })
                .toList();
        List<Sandbox> started =
                sandboxes.start(fresh.stream().map(Workspace::request).toList());
        running.addAll(started);
        List<Runnable> replays = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            Target target = fresh.get(i);
            Sandbox sandbox = started.get(i);
            endpoints.put(target.name(), sandboxed(target, sandbox));
            replays.add(() -> replay(target, sandbox));
        }
        inParallel(replays);
    }

    private static Request request(Target target) {
        Request request = new Request(target.engine(), target.version());
        return target.container().map(request::inContainer).orElse(request);
    }

    /** A sandbox of the target's engine and version without its migrations. */
    Sandbox emptySandbox(Target target) {
        Sandbox sandbox = sandboxes.start(request(target));
        running.add(sandbox);
        return sandbox;
    }

    private Endpoint live(Target target, Live live) {
        return new Endpoint(
                live.url(),
                live.user(),
                live.password(),
                target.schemas(),
                limits,
                own(target),
                showCreate || target.showCreate());
    }

    /** Where the target is read in its sandbox. */
    Endpoint sandboxed(Target target, Sandbox sandbox) {
        boolean wholeServer = !target.schemas().isEmpty() && !target.engine().equals("postgresql");
        Endpoint endpoint = sandbox.endpoint(wholeServer ? "" : target.database());
        return new Endpoint(
                endpoint.url(),
                endpoint.user(),
                endpoint.password(),
                target.schemas(),
                limits,
                own(target),
                showCreate || target.showCreate());
    }

    private List<OwnQuery> own(Target target) {
        return own.getOrDefault(target.name(), List.of());
    }

    private void replay(Target target, Sandbox sandbox) {
        progress.migrating(target.name());
        Replay replay = new Replay(sandbox, target.database(), root);
        for (Migrations migrations : target.migrations()) {
            replay.migrate(ScriptFolder.read(migrations.tool(), migrations.folder()));
        }
        for (Fixture fixture : target.fixtures()) {
            new Replay(sandbox, fixture.database(), root).run(List.of(fixture.script()));
        }
    }

    /** Where a target is read, for reports. */
    String where(Target target) {
        return target.live().isPresent()
                ? Optional.ofNullable(endpoints.get(target.name()))
                        .orElseThrow()
                        .safeUrl()
                : "sandbox";
    }

    /** Reads a target that was prepared. */
    Reading read(Target target) {
        progress.reading(target.name());
        Endpoint endpoint = Optional.ofNullable(endpoints.get(target.name())).orElseThrow();
        return target.live().isPresent()
                ? read(endpoint, Optional.of(target.engine()))
                : SandboxReading.of(
                        read(endpoint, Optional.empty()), endpoint.user().orElse(""));
    }

    /** Reads whatever a URL leads to, with the account that the URL or the environment names. */
    public Reading readUrl(String url, Map<String, String> environment) {
        Endpoint endpoint = new Endpoint(
                url,
                Optional.ofNullable(environment.get("PLUMBLINE_USER")),
                new Endpoint.Secret(Optional.ofNullable(environment.get("PLUMBLINE_PASSWORD"))),
                List.of(),
                limits,
                List.of(),
                showCreate);
        progress.reading(endpoint.safeUrl());
        return read(endpoint, Optional.empty());
    }

    Reading read(Endpoint endpoint, Optional<String> engine) {
        DatabaseReader reader = READERS.stream()
                .filter(r -> r.accepts(endpoint.url()))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        endpoint.safeUrl(),
                        "no reader knows this sort of address",
                        "write jdbc:… or cql://host:port/keyspace?dc=datacenter"));
        if (engine.isEmpty()) {
            return reader.open(endpoint, kinds).read();
        }
        String wanted = engine.get();
        if (READERS.stream().anyMatch(r -> r != reader && r.engines().contains(wanted))) {
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "the address leads to " + String.join(" or ", reader.engines()) + ", the configuration says "
                            + wanted,
                    "correct 'engine:' or the address");
        }
        Reading reading = reader.open(endpoint, kinds, wanted).read();
        String actual = reading.snapshot().engine();
        if (!wanted.equals(actual)) {
            throw DatabaseReader.otherEngine(endpoint, actual, wanted);
        }
        return reading;
    }

    /** Runs tasks side by side, and fails with the problems of all that failed. */
    static void inParallel(List<Runnable> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()), task -> {
            Thread thread = new Thread(task, "target");
            thread.setDaemon(true);
            return thread;
        });
        List<Problem> problems = new ArrayList<>();
        try {
            for (Future<?> future : tasks.stream().map(threads::submit).toList()) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof ProblemsException known) {
                        problems.addAll(known.problems());
                    } else {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemsException("", "the run was interrupted", "");
        } finally {
            threads.shutdownNow();
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }

    @Override
    public void close() {
        running.forEach(Sandbox::close);
    }
}
