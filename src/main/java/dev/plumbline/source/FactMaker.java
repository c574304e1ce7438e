package dev.plumbline.source;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of rows on a thread of its own, so that those that read can ask the server for the next rows meanwhile.
 * One thread makes them all: nothing is shared, and of one statement their order is that of the rows.
 */
final class FactMaker implements AutoCloseable {

    /** Portions that may wait; who reads faster than this is held up, or the rows would fill the memory. */
    private static final int WAITING = 32;

    /** Fewer are left for the sorting of them all, and so is what is few beside those that are in order. */
    private static final int WORTH_SORTING = 5_000;

    private static final int SHARE_WORTH_SORTING = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "facts");
        made.setDaemon(true);
        return made;
    });
    private final Deque<Future<?>> waiting = new ArrayDeque<>();
    private final Map<String, String> shared = new HashMap<>(1 << 16);
    private final List<Fact> facts;
    private int sorted;

    /** @param facts where they go; nobody else touches it before {@link #await} returns */
    FactMaker(List<Fact> facts) {
        this.facts = facts;
    }

    FactRows rows(Kind kind, List<String> columns) {
        return new FactRows(kind, columns, shared);
    }

    /** Takes over the rows of a portion. */
    synchronized void make(FactRows factRows, Cell[] cells, List<@Nullable Object[]> portion) {
        hold(WAITING);
        waiting.add(thread.submit(() -> {
            for (@Nullable Object[] row : portion) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = cells[i].value(row[i]);
                }
                facts.add(factRows.fact(row));
            }
        }));
    }

    /**
     * Brings the facts into order while the server works at the next statement, if many came. The sorting takes what is
     * in order as it is, and merges what came last into it.
     */
    synchronized void endOfStatement() {
        waiting.add(thread.submit(() -> {
            if (facts.size() - sorted >= Math.max(WORTH_SORTING, sorted / SHARE_WORTH_SORTING)) {
                facts.sort(Comparator.comparing(Fact::path));
                sorted = facts.size();
            }
        }));
    }

    /** Waits until facts are made of all rows that were handed over, and returns them. */
    synchronized List<Fact> await() {
        hold(0);
        return facts;
    }

    private void hold(int most) {
        while (waiting.size() > most) {
            try {
                waiting.remove().get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while facts were made", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
