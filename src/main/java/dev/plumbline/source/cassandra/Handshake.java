package dev.plumbline.source.cassandra;

import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the URL's hosts whether they speak Cassandra's protocol, before the driver does: a driver that meets another
 * server, or encryption where it expects none, waits or reports a frame it could not decode. All hosts are asked at
 * once, so that those that are down together cost the time-out once.
 */
final class Handshake implements AutoCloseable {

    /** How long a host may keep those waiting that stand behind it in the URL. */
    private static final long PREFERENCE_MILLIS = 1_000;

    private static final String DOWN = "start the server, or correct host and port";

    private final String where;
    private final int timeoutMillis;
    private final long deadline;
    private final ExecutorService threads;
    private final List<Asked> hosts = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private String mend = DOWN;

    /** A host that has not yet been heard of. */
    private record Asked(CqlUrl.Host host, Greeting greeting, Future<InetSocketAddress> answer) {}

    Handshake(Endpoint endpoint, CqlUrl url) {
        this.where = endpoint.safeUrl();
        this.timeoutMillis = endpoint.limits().connectMillis();
        this.deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        this.threads = Executors.newFixedThreadPool(url.hosts().size(), task -> {
            Thread thread = new Thread(task, "plumbline-greeting");
            thread.setDaemon(true);
            return thread;
        });
        for (CqlUrl.Host host : url.hosts()) {
            Greeting greeting = new Greeting(host, url.tls(), timeoutMillis);
            hosts.add(new Asked(host, greeting, threads.submit(greeting)));
        }
    }

    /** The next host that answers, each once; earlier ones of the URL before later ones that are not faster by much. */
    Optional<InetSocketAddress> next() {
        return first(TimeUnit.MILLISECONDS.toNanos(PREFERENCE_MILLIS)).or(() -> first(Long.MAX_VALUE));
    }

    private Optional<InetSocketAddress> first(long patienceNanos) {
        for (Asked asked : List.copyOf(hosts)) {
            try {
                long left = Math.max(1, deadline - System.nanoTime());
                InetSocketAddress address = asked.answer().get(Math.min(left, patienceNanos), TimeUnit.NANOSECONDS);
                hosts.remove(asked);
                return Optional.of(address);
            } catch (TimeoutException e) {
                if (System.nanoTime() >= deadline) {
                    hosts.remove(asked);
                    failed(asked.host() + " did not answer within " + timeoutMillis + " ms", DOWN);
                }
            } catch (ExecutionException e) {
                hosts.remove(asked);
                note(asked.host(), e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void note(CqlUrl.Host host, @Nullable Throwable cause) {
        if (cause instanceof Greeting.UnfitException unfit) {
            failed(host + " " + unfit.getMessage(), unfit.mend());
        } else {
            failed(host + " cannot be reached: " + (cause == null ? "" : cause.getMessage()), DOWN);
        }
    }

    /** Keeps why a host is of no use. */
    void failed(String reason, String remedy) {
        reasons.add(reason);
        mend = remedy;
    }

    /** Why no host is of use. */
    ProblemsException failure() {
        return new ProblemsException(where, String.join(", ", reasons), mend);
    }

    @Override
    public void close() {
        hosts.forEach(asked -> asked.greeting().close());
        threads.shutdownNow();
    }
}
