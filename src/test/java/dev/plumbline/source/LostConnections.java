package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.UnreliableNetwork.Loss;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Loses the connection at every message of a reading in turn. Each time the reading fails with a problem, or says of
 * each kind that it did not read to the end; it never tells of a difference, or of equality, that it did not see.
 */
public final class LostConnections {

    /** The costlier losses happen at every n-th message of an ordinary build; {@code -Dplumbline.losses=1} at all. */
    private static final int STEP = Integer.getInteger("plumbline.losses", 3);

    private static final Endpoint.Limits HASTY = new Endpoint.Limits(1_000, 1_000, 500);

    /** Shorter than all that a trickle is too quick for, and long enough for a part of the reading. */
    private static final Endpoint.Limits BRIEF = new Endpoint.Limits(1_000, 1_000, 500, 900);

    /** Time for what a reading does beside waiting: these are the test machine's own seconds, not the network's. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Endpoint endpoint;
    private final int port;
    private final Function<Endpoint, Snapshot> reader;
    private final Snapshot whole;
    private final int messages;

    private LostConnections(Endpoint endpoint, Function<Endpoint, Snapshot> reader) throws IOException {
        this.endpoint = endpoint;
        this.port = Integer.parseInt(endpoint.url().replaceFirst("^[a-z:]+//[^/]*:(\\d+).*$", "$1"));
        this.reader = reader;
        try (UnreliableNetwork network = new UnreliableNetwork(port, UnreliableNetwork.NEVER, Loss.CLOSED)) {
            this.whole = read(network, endpoint.limits());
            this.messages = network.messages();
        }
        assertThat(whole.coverage().kinds().values()).contains(Coverage.Entry.READ);
        assertThat(messages).isGreaterThan(10);
    }

    /**
     * @param reader reads an endpoint from its first connection on
     * @param threads how many readings may run at a time
     */
    public static void areSaidAtEveryMessage(Endpoint endpoint, Function<Endpoint, Snapshot> reader, int threads)
            throws IOException, InterruptedException, ExecutionException {
        LostConnections test = new LostConnections(endpoint, reader);
        List<String> faults = new ArrayList<>();
        faults.addAll(test.faults(Loss.CLOSED, 1, threads));
        faults.addAll(test.faults(Loss.CLOSED_WITHIN_THE_ANSWER, STEP, threads));
        // These mostly wait.
        faults.addAll(test.faults(Loss.FROZEN, STEP, 20 * threads));
        faults.addAll(test.faults(Loss.TRICKLING, 4 * STEP, 2 * threads));
        assertThat(faults).isEmpty();
    }

    private List<String> faults(Loss loss, int step, int threads) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Optional<String>>> results = new ArrayList<>();
            for (int i = 1; i <= messages; i += step) {
                int last = i;
                results.add(pool.submit(() -> fault(loss, last)));
            }
            List<String> faults = new ArrayList<>();
            for (Future<Optional<String>> result : results) {
                result.get().ifPresent(faults::add);
            }
            return faults;
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<String> fault(Loss loss, int last) throws IOException {
        long start = System.nanoTime();
        String fault;
        try (UnreliableNetwork network = new UnreliableNetwork(port, last, loss)) {
            fault = judge(read(network, loss == Loss.TRICKLING ? BRIEF : HASTY));
        } catch (ProblemsException e) {
            boolean cutOff = String.valueOf(e.getMessage()).contains("was not done after 0.9 seconds");
            fault = cutOff == (loss == Loss.TRICKLING) ? "" : "says " + e.getMessage();
        } catch (RuntimeException e) {
            fault = "is no problem that a user can understand: " + e;
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (fault.isEmpty() && time.compareTo(PATIENCE) > 0) {
            fault = "took " + time;
        }
        return fault.isEmpty()
                ? Optional.empty()
                : Optional.of(loss + " at message " + last + " of " + messages + ": " + fault);
    }

    private Snapshot read(UnreliableNetwork network, Endpoint.Limits limits) {
        String url = endpoint.url().replaceFirst(":" + port + "\\b", ":" + network.port());
        return reader.apply(new Endpoint(url, endpoint.user(), endpoint.password(), endpoint.schemas(), limits));
    }

    /** What is wrong with what was read, or nothing. */
    private String judge(Snapshot partial) {
        Drift drift = Differ.compare(whole, partial);
        if (!drift.changes().isEmpty()) {
            return "differences are invented: " + drift.changes();
        }
        for (String kind : whole.coverage().kinds().keySet()) {
            if (partial.coverage().complete(kind) && !partial.facts(kind).equals(whole.facts(kind))) {
                return kind + " is said to be read in full and is not";
            }
        }
        // The last message may be a good-bye: then all has been read, and is rightly said to be equal.
        return drift.equal() && !partial.equals(whole) ? "it is said to be equal" : "";
    }
}
