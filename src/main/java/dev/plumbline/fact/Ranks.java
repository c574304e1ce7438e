package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Order among siblings. Servers leave gaps where a column was dropped; a rank has none, so that a database whose
 * column was dropped equals one that never had it.
 */
final class Ranks {

    private Ranks() {}

    static List<Fact> closeUp(List<Fact> sorted, Map<FactPath, Fact> byPath) {
        Map<List<String>, List<Fact>> siblings = new HashMap<>();
        for (Fact fact : sorted) {
            if (slot(fact).isPresent()) {
                List<String> names = fact.path().names();
                List<String> key = new ArrayList<>(names.subList(0, names.size() - 1));
                key.add(fact.kind().name());
                siblings.computeIfAbsent(key, k -> new ArrayList<>()).add(fact);
            }
        }
        if (siblings.isEmpty()) {
            return List.copyOf(sorted);
        }
        for (List<Fact> group : siblings.values()) {
            sort(group);
            long rank = 0;
            for (Fact fact : group) {
                rank++;
                if (rank(fact) != rank) {
                    byPath.put(fact.path(), withRank(fact, rank));
                }
            }
        }
        return sorted.stream().map(f -> byPath.getOrDefault(f.path(), f)).toList();
    }

    static void sort(List<Fact> siblings) {
        siblings.sort(Comparator.comparingLong(Ranks::rank).thenComparing(Fact::path));
    }

    private static long rank(Fact fact) {
        OptionalInt slot = slot(fact);
        return slot.isPresent() && fact.at(slot.getAsInt()) instanceof Long rank ? rank : Long.MAX_VALUE;
    }

    private static OptionalInt slot(Fact fact) {
        return fact.kind().order().map(a -> fact.kind().slot(a.name())).orElse(OptionalInt.empty());
    }

    private static Fact withRank(Fact fact, long rank) {
        @Nullable
        Object[] values = new @Nullable Object[fact.kind().attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fact.at(i);
        }
        values[slot(fact).getAsInt()] = rank;
        return Fact.ofSlots(fact.kind(), fact.path(), values);
    }
}
