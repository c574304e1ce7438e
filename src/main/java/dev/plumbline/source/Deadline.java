package dev.plumbline.source;

import dev.plumbline.fact.ProblemsException;
import java.sql.Connection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * How long a whole reading may take. A server or a network that lets a byte through now and then outlasts every
 * time-out of a single answer, since each byte begins that time anew.
 */
public final class Deadline {

    private Runnable cut = () -> {};
    private boolean passed;

    private Deadline() {}

    /** One that never comes. */
    public static Deadline never() {
        return new Deadline();
    }

    /**
     * Reads on a thread of its own, and leaves it behind with its connection cut if it does not return in time.
     *
     * @param work tells the deadline of each connection as soon as it has one
     * @throws ProblemsException if the work throws one, or takes longer than the endpoint's limit for readings
     */
    public static Reading within(Endpoint endpoint, Function<Deadline, Reading> work) {
        Deadline deadline = new Deadline();
        FutureTask<Reading> task = new FutureTask<>(() -> work.apply(deadline));
        onThread("reading", task);
        long limitMillis = endpoint.limits().readingMillis();
        try {
            return task.get(limitMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            deadline.pass();
            throw new ProblemsException(
                    endpoint.safeUrl(),
                    "the reading was not done after " + limitMillis / 1_000.0 + " seconds, and was cut off",
                    "see whether the server or the network is slow; for a database that needs longer raise"
                            + " reading_seconds under 'limits:' in plumbline.yaml");
        } catch (InterruptedException e) {
            deadline.pass();
            Thread.currentThread().interrupt();
            throw new ProblemsException(endpoint.safeUrl(), "the reading was interrupted", "");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Has a connection cut when time is up, and at once if it is. */
    public void guard(Connection connection) {
        guard(() -> Connections.abort(connection));
    }

    /** @param close ends a connection, whether or not a statement is under way; those before it are ended, too */
    public synchronized void guard(Runnable close) {
        Runnable before = cut;
        cut = () -> {
            before.run();
            close.run();
        };
        if (passed) {
            pass();
        }
    }

    /** Not waited for: MariaDB's driver asks the server over a second connection to end the first. */
    private synchronized void pass() {
        passed = true;
        onThread("cut", cut);
    }

    private static void onThread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
