package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Order among siblings. Servers leave gaps where a column was dropped; a rank has none, so that a database whose
 * column was dropped equals one that never had it.
 */
final class Ranks {

    private static final Comparator<Fact> BY_RANK = Comparator.comparingLong(Ranks::rank);

    private Ranks() {}

    /** Replaces facts whose rank is not that among their siblings; says whether there was one. */
    static boolean closeUp(Fact[] sorted) {
        Map<String, List<Siblings>> open = new HashMap<>();
        boolean replaced = false;
        for (int i = 0; i < sorted.length; i++) {
            Kind kind = sorted[i].kind();
            if (kind.orderSlot() >= 0) {
                List<Siblings> byDepth = open.computeIfAbsent(kind.name(), k -> new ArrayList<>());
                int depth = sorted[i].path().names().size();
                while (byDepth.size() <= depth) {
                    byDepth.add(new Siblings(sorted));
                }
                replaced |= byDepth.get(depth).add(i, depth);
            }
        }
        for (List<Siblings> byDepth : open.values()) {
            for (Siblings siblings : byDepth) {
                replaced |= siblings.close();
            }
        }
        return replaced;
    }

    /** Facts of one kind and one depth that have the same whole: among their like they stand side by side. */
    private static final class Siblings {

        private final Fact[] sorted;
        private final BitSet seen = new BitSet();
        private int[] places = new int[16];
        private int count;

        Siblings(Fact[] sorted) {
            this.sorted = sorted;
        }

        /** Takes the next fact in; if it belongs to another whole, those before are closed up. */
        boolean add(int place, int depth) {
            boolean replaced =
                    count > 0 && sorted[places[count - 1]].path().shared(sorted[place].path()) < depth - 1 && close();
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count++] = place;
            return replaced;
        }

        boolean close() {
            boolean closed = isClosed();
            if (!closed) {
                closeUp();
            }
            count = 0;
            return !closed;
        }

        /** Whether the ranks are 1, 2, 3 … in some order, as they are where no column was ever dropped. */
        private boolean isClosed() {
            seen.clear();
            for (int i = 0; i < count; i++) {
                long rank = rank(sorted[places[i]]);
                if (rank < 1 || rank > count || seen.get((int) rank)) {
                    return false;
                }
                seen.set((int) rank);
            }
            return true;
        }

        private void closeUp() {
            List<Integer> byRank =
                    new ArrayList<>(Arrays.stream(places, 0, count).boxed().toList());
            // A stable order: those of one rank remain in the order of their paths.
            byRank.sort(Comparator.comparingLong(place -> rank(sorted[place])));
            long rank = 0;
            for (int place : byRank) {
                rank++;
                if (rank(sorted[place]) != rank) {
                    sorted[place] = withRank(sorted[place], rank);
                }
            }
        }
    }

    /** Brings facts of one kind that are sorted by path into the order of their ranks, where the kind has one. */
    static void sort(List<Fact> siblings) {
        if (!siblings.isEmpty() && siblings.get(0).kind().order().isPresent()) {
            siblings.sort(BY_RANK);
        }
    }

    private static long rank(Fact fact) {
        int slot = fact.kind().orderSlot();
        return slot >= 0 && fact.at(slot) instanceof Long rank ? rank : Long.MAX_VALUE;
    }

    private static Fact withRank(Fact fact, long rank) {
        @Nullable
        Object[] values = new @Nullable Object[fact.kind().attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fact.at(i);
        }
        values[fact.kind().orderSlot()] = rank;
        return Fact.ofSlots(fact.kind(), fact.path(), values);
    }
}
