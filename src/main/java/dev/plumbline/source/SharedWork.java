package dev.plumbline.source;

import dev.plumbline.fact.Coverage;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Query files that one or two connections read: each takes the next one when it is free. What came of them is told in
 * the order of the files, whichever connection read which.
 */
final class SharedWork {

    /** Between two signs of life of a connection that waits for the other. */
    private static final int MOMENT_MILLIS = 300;

    private static final int GOODBYE_MILLIS = 1_000;

    private final List<QueryFile> files;
    private final Deque<QueryFile> waiting;
    private final IdentityHashMap<QueryFile, Outcome> outcomes = new IdentityHashMap<>();
    private final AtomicReference<@Nullable Lane> helping = new AtomicReference<>();
    private int busy;
    private @Nullable Throwable failure;

    /** What came of a file: coverage, and the statement if the server answered it. */
    record Outcome(QueryFile file, Coverage.Entry entry, Optional<Reading.Statement> statement) {}

    /** Sends a query file over a connection. */
    @FunctionalInterface
    interface Work {
        Outcome read(Lane lane, QueryFile file) throws SQLException;
    }

    SharedWork(List<QueryFile> files) {
        this.files = List.copyOf(files);
        this.waiting = new ArrayDeque<>(files);
    }

    /**
     * Reads all files.
     *
     * @throws SQLException if a connection broke
     */
    List<Outcome> read(Lane first, Lane.Opener second, Work work) throws SQLException {
        Thread helper = new Thread(() -> help(second, work), "second connection");
        helper.setDaemon(true);
        helper.start();
        try {
            take(first, work);
            while (!over()) {
                first.dialect().stay();
            }
            List<Outcome> all = all();
            if (helping.get() != null) {
                // It says good-bye; one that is still being opened is not waited for.
                helper.join(GOODBYE_MILLIS);
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the catalogue was read", e);
        } finally {
            // Only after a failure is there one that still reads.
            Lane other = helping.get();
            if (other != null) {
                Connections.abort(other.connection());
            }
        }
    }

    private void help(Lane.Opener second, Work work) {
        second.open().ifPresent(lane -> {
            try {
                helping.set(lane);
                take(lane, work);
            } catch (SQLException | RuntimeException e) {
                // Whoever waits for the files has been told.
                return;
            } finally {
                Connections.close(lane.connection());
                helping.set(null);
            }
        });
    }

    private void take(Lane lane, Work work) throws SQLException {
        for (QueryFile file = next(); file != null; file = next()) {
            try {
                done(work.read(lane, file));
            } catch (SQLException | RuntimeException | Error e) {
                failed(e);
                throw e;
            }
        }
    }

    private synchronized @Nullable QueryFile next() {
        QueryFile file = failure == null ? waiting.poll() : null;
        busy += file == null ? 0 : 1;
        return file;
    }

    private synchronized void done(Outcome outcome) {
        outcomes.put(outcome.file(), outcome);
        busy--;
        notifyAll();
    }

    private synchronized void failed(Throwable e) {
        failure = failure == null ? e : failure;
        busy--;
        notifyAll();
    }

    /** Whether nobody reads any more, or all is lost; waits for a moment. */
    private synchronized boolean over() throws InterruptedException {
        long end = System.nanoTime() + MOMENT_MILLIS * 1_000_000L;
        while (busy > 0 && failure == null) {
            long leftMillis = (end - System.nanoTime()) / 1_000_000;
            if (leftMillis <= 0) {
                return false;
            }
            wait(leftMillis);
        }
        return true;
    }

    private synchronized List<Outcome> all() throws SQLException {
        if (failure instanceof SQLException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return files.stream().map(outcomes::get).toList();
    }
}
