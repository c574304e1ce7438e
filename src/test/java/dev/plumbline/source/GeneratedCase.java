package dev.plumbline.source;

import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A schema made from a seed, and what became of it.
 *
 * @param changes the statements that the server took, which lead from {@code first} to {@code changed}
 * @param first as read
 * @param again the same, read once more
 * @param reordered made anew, each step of the same statements in another order
 */
public record GeneratedCase(
        long seed,
        List<String> changes,
        Snapshot first,
        Snapshot again,
        Snapshot reordered,
        Snapshot changed,
        Undone undone) {

    public GeneratedCase {
        changes = List.copyOf(changes);
    }

    /**
     * The remedy of {@code changed}, and the database after it.
     *
     * @param complaint of the server; empty for none
     */
    public record Undone(List<Remedy.Statement> remedy, String complaint, Snapshot result) {

        public Undone {
            remedy = List.copyOf(remedy);
        }

        boolean known() {
            return remedy.stream().allMatch(Remedy.Statement::known);
        }
    }

    /**
     * The seeds 1 to 8; {@code -Dplumbline.seed=7} is only that one, {@code -Dplumbline.seed=1,40} all from the first
     * to the last.
     */
    public static List<Long> seeds() {
        List<Long> ends = Arrays.stream(
                        System.getProperty("plumbline.seed", "1,8").split(",", -1))
                .map(Long::valueOf)
                .toList();
        return LongStream.rangeClosed(ends.get(0), ends.get(ends.size() - 1))
                .boxed()
                .toList();
    }

    @Override
    public String toString() {
        return "-Dplumbline.seed=" + seed + " " + changes;
    }
}
