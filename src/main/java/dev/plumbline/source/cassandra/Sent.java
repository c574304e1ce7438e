package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A statement on its way, and its answer. */
final class Sent {

    private final long start = System.nanoTime();
    private final CompletionStage<AsyncResultSet> answer;
    private volatile long nanos;

    Sent(CompletionStage<AsyncResultSet> answer) {
        this.answer = answer.whenComplete((page, error) -> nanos = System.nanoTime() - start);
    }

    /**
     * Waits for the rows.
     *
     * @throws DriverException if they do not come
     */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        AsyncResultSet page = take(answer);
        while (true) {
            page.currentPage().forEach(row -> rows.add(Row.of(row)));
            if (!page.hasMorePages()) {
                return rows;
            }
            page = take(page.fetchNextPage());
            nanos = System.nanoTime() - start;
        }
    }

    private static AsyncResultSet take(CompletionStage<AsyncResultSet> page) {
        try {
            return page.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DriverException cause ? cause : e;
        }
    }

    /** Time from sending to the last row, which need not be when somebody waited for it. */
    long micros() {
        return nanos / 1_000;
    }
}
