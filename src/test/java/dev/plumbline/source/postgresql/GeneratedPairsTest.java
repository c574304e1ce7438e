package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server's own dump program is the judge: of any two states of a schema that nobody chose, we see a difference
 * exactly if the dumps differ. More of them with {@code -Dplumbline.states=50 -Dplumbline.seed=1,9}, fewer
 * versions with {@code -Dplumbline.versions=15}, and another dump program with {@code -Dplumbline.pg_dump=/opt/18/pg_dump}.
 */
class GeneratedPairsTest {

    private static final int STATES = Integer.getInteger("plumbline.states", 5);

    /** A state, and what led to it from the one before. */
    private record State(String change, Snapshot snapshot, String dump) {}

    static List<String> versions() {
        return Arrays.asList(
                System.getProperty("plumbline.versions", "14,15,16,17,18").split(",", -1));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void twoStatesDifferExactlyIfTheirDumpsDo(String version) throws SQLException, IOException {
        Oracle.require(version, "generated states");
        long[] seeds = Arrays.stream(System.getProperty("plumbline.seed", "1").split(",", -1))
                .mapToLong(Long::parseLong)
                .toArray();
        List<String> faults = new ArrayList<>();
        int pairs = 0;
        for (long seed :
                LongStream.rangeClosed(seeds[0], seeds[seeds.length - 1]).toArray()) {
            List<State> states = states(version, seed);
            for (int i = 0; i < states.size(); i++) {
                for (int j = i + 1; j < states.size(); j++, pairs++) {
                    judge(seed, states, i, j, faults);
                }
            }
        }
        System.err.println(pairs + " pairs of PostgreSQL " + version + " were held against pg_dump");
        assertThat(faults).as("of %d pairs", pairs).isEmpty();
    }

    private static void judge(long seed, List<State> states, int i, int j, List<String> faults) {
        boolean same = Differ.compare(states.get(i).snapshot(), states.get(j).snapshot())
                .equal();
        if (same != states.get(i).dump().equals(states.get(j).dump())) {
            faults.add("-Dplumbline.seed=" + seed + " " + i + " to " + j + ": we say "
                    + (same
                            ? "equal"
                            : Differ.compare(
                                            states.get(i).snapshot(),
                                            states.get(j).snapshot())
                                    .changes())
                    + " after "
                    + states.subList(i + 1, j + 1).stream().map(State::change).toList());
        }
    }

    private static List<State> states(String version, long seed) throws SQLException, IOException {
        Endpoint endpoint = Servers.database(version, "empty.sql");
        List<State> states = new ArrayList<>();
        GeneratedChanges changes = new GeneratedChanges(seed);
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = pg_catalog");
            for (String role : List.of("gen_reader", "gen_writer")) {
                statement.execute("do $$ begin create role " + role + "; exception when duplicate_object then end $$");
            }
            statement.execute("create schema gen");
            List<String> first = new GeneratedSchema(seed).statements();
            for (String one : first.subList(1, first.size())) {
                // Servers before 15 do not know it.
                statement.execute(version.equals("14") ? one.replace("nulls not distinct ", "") : one);
            }
            states.add(new State("", Servers.snapshot(endpoint), Oracle.dump(endpoint)));
            while (states.size() < STATES) {
                String change = changes.next();
                try {
                    statement.execute(change);
                } catch (SQLException refused) {
                    continue;
                }
                states.add(new State(change, Servers.snapshot(endpoint), Oracle.dump(endpoint)));
            }
            // Other tests make them.
            statement.execute("drop owned by gen_reader, gen_writer cascade");
            statement.execute("drop role gen_reader, gen_writer");
        }
        return states;
    }
}
