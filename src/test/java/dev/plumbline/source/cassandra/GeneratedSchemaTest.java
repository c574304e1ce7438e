package dev.plumbline.source.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.GeneratedCase;
import dev.plumbline.source.GeneratedSchemaLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The laws on Cassandra, each schema in a keyspace of its own that is read relatively; and, since statements are slow
 * there but comparisons are not, every state of every keyspace against every other one, with the server's DESCRIBE as
 * the judge. {@code -Dplumbline.versions=4.1} tries another version.
 */
class GeneratedSchemaTest extends GeneratedSchemaLaws {

    private static final String VERSION = System.getProperty("plumbline.versions", "5.0");
    private static final String SCHEMA = "generated";
    private static final String REORDERED = "reordered";
    private static final int CHANGES = 4;
    private static final int USUAL_SEEDS = 2;

    private final List<State> states = new ArrayList<>();

    /** @param name which seed, and what had been done */
    private record State(String name, Snapshot snapshot, Described described) {}

    @Override
    protected List<GeneratedCase> make(List<Long> seeds) {
        Cluster cluster = Cluster.shared(VERSION);
        cluster.ask("CREATE ROLE " + GeneratedSchema.ROLE);
        boolean asked = System.getProperty("plumbline.seed") != null;
        List<GeneratedCase> cases = new ArrayList<>();
        for (long seed : asked ? seeds : seeds.subList(0, USUAL_SEEDS)) {
            cases.add(make(seed, cluster));
        }
        return cases;
    }

    @AfterAll
    void clear() {
        Cluster.shared(VERSION).close();
    }

    private GeneratedCase make(long seed, Cluster cluster) {
        GeneratedSchema schema = new GeneratedSchema(seed, !VERSION.startsWith("4."));
        fill(cluster, SCHEMA, schema.statements(), seed);
        Snapshot first = state(cluster, SCHEMA, seed + " first");
        Snapshot again = cluster.readAgain(SCHEMA);
        List<String> changes = new ArrayList<>();
        while (changes.size() < CHANGES) {
            String change = schema.change().replace("$ks", SCHEMA);
            if (cluster.complaint(change).isEmpty()) {
                changes.add(change);
            }
        }
        Snapshot changed = state(cluster, SCHEMA, seed + " changed by " + changes);
        List<Remedy.Statement> remedy = Remedy.of(first, changed, Differ.compare(first, changed));
        String complaint = "";
        for (Remedy.Statement one : remedy) {
            if (one.known()) {
                complaint += cluster.complaint(one.text());
            }
        }
        Snapshot undone = state(cluster, SCHEMA, seed + " undone");
        cluster.ask("DROP KEYSPACE " + SCHEMA);
        fill(cluster, REORDERED, schema.reordered(), seed);
        Snapshot reordered = state(cluster, REORDERED, seed + " reordered");
        cluster.ask("DROP KEYSPACE " + REORDERED);
        return new GeneratedCase(
                seed, changes, first, again, reordered, changed, new GeneratedCase.Undone(remedy, complaint, undone));
    }

    private Snapshot state(Cluster cluster, String keyspace, String name) {
        Snapshot snapshot = cluster.readAgain(keyspace);
        states.add(new State(name, snapshot, Described.of(cluster, keyspace, List.of(GeneratedSchema.ROLE))));
        return snapshot;
    }

    private static void fill(Cluster cluster, String keyspace, List<String> statements, long seed) {
        cluster.ask("CREATE KEYSPACE " + keyspace
                + " WITH replication = {'class': 'NetworkTopologyStrategy', 'datacenter1': 1}");
        cluster.ask("USE " + keyspace);
        for (String one : statements) {
            assertThat(cluster.complaint(one.replace("$ks", keyspace)))
                    .as("-Dplumbline.seed=%d", seed)
                    .isEmpty();
        }
    }

    @Test
    void anObjectDiffersExactlyIfTheServerDescribesItDifferently() {
        List<String> faults = new ArrayList<>();
        int equal = 0;
        int pairs = 0;
        for (int i = 0; i < states.size(); i++) {
            for (int j = 0; j < i; j++) {
                State one = states.get(i);
                State other = states.get(j);
                List<Change> changes =
                        Differ.compare(one.snapshot(), other.snapshot()).changes();
                Set<String> touched = Described.touched(changes, one.snapshot(), other.snapshot());
                Set<String> unlike = one.described().unlike(other.described());
                pairs++;
                equal += unlike.isEmpty() ? 1 : 0;
                if (!touched.equals(unlike)) {
                    faults.add(fault(one, other, touched, unlike, changes));
                }
                boolean grants = changes.stream().anyMatch(c -> c.path().kind().equals("grant"));
                boolean same = one.described().sameGrants(other.described());
                // Privileges on what is in one of them only go with it.
                if ((grants && same) || (!grants && !same && unlike.isEmpty())) {
                    faults.add(one.name() + " / " + other.name() + ": privileges " + changes);
                }
            }
        }
        System.getLogger(getClass().getName())
                .log(System.Logger.Level.INFO, "{0} pairs compared, {1} of them equal", pairs, equal);
        assertThat(faults).isEmpty();
        assertThat(equal).as("some pairs are equal").isPositive();
        assertThat(equal).as("some pairs are not").isLessThan(pairs);
    }

    private static String fault(State one, State other, Set<String> touched, Set<String> unlike, List<Change> changes) {
        Set<String> invented = new TreeSet<>(touched);
        invented.removeAll(unlike);
        Set<String> missed = new TreeSet<>(unlike);
        missed.removeAll(touched);
        StringBuilder out = new StringBuilder(one.name() + " / " + other.name() + ": missed " + missed + ", invented "
                + invented + "\n   " + changes);
        missed.forEach(name -> out.append("\n   ")
                .append(one.described().objects().get(name))
                .append("\n   ")
                .append(other.described().objects().get(name)));
        return out.toString();
    }
}
