package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        // Siblings stand side by side among the facts of one kind and one depth.
        Map<String, SortedMap<Integer, List<Integer>>> ranked = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            Kind kind = sorted[i].kind();
            if (kind.orderSlot() >= 0) {
                ranked.computeIfAbsent(kind.name(), k -> new TreeMap<>())
                        .computeIfAbsent(sorted[i].path().names().size(), d -> new ArrayList<>())
                        .add(i);
            }
        }
        boolean replaced = false;
        for (SortedMap<Integer, List<Integer>> ofKind : ranked.values()) {
            for (Map.Entry<Integer, List<Integer>> ofDepth : ofKind.entrySet()) {
                replaced |= closeUp(sorted, ofDepth.getKey(), ofDepth.getValue());
            }
        }
        return replaced;
    }

    private static boolean closeUp(Fact[] sorted, int depth, List<Integer> places) {
        boolean replaced = false;
        int first = 0;
        for (int i = 1; i <= places.size(); i++) {
            if (i == places.size() || !siblings(sorted[places.get(first)], sorted[places.get(i)], depth)) {
                replaced |= closeUp(sorted, places.subList(first, i));
                first = i;
            }
        }
        return replaced;
    }

    private static boolean siblings(Fact fact, Fact other, int depth) {
        return fact.path().shared(other.path()) >= depth - 1;
    }

    private static boolean closeUp(Fact[] sorted, List<Integer> siblings) {
        if (isClosed(sorted, siblings)) {
            return false;
        }
        List<Integer> places = new ArrayList<>(siblings);
        // A stable order: those of one rank remain in the order of their paths.
        places.sort(Comparator.comparingLong(place -> rank(sorted[place])));
        boolean replaced = false;
        long rank = 0;
        for (int place : places) {
            rank++;
            if (rank(sorted[place]) != rank) {
                sorted[place] = withRank(sorted[place], rank);
                replaced = true;
            }
        }
        return replaced;
    }

    /** Whether the ranks are 1, 2, 3 … in some order, as they are where no column was ever dropped. */
    private static boolean isClosed(Fact[] sorted, List<Integer> siblings) {
        BitSet seen = new BitSet(siblings.size());
        for (int place : siblings) {
            long rank = rank(sorted[place]);
            if (rank < 1 || rank > siblings.size() || seen.get((int) rank)) {
                return false;
            }
            seen.set((int) rank);
        }
        return true;
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
