package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which fact is a part of which. Found in one pass over the facts as they are sorted: a whole stands before its parts,
 * and between them only what has the whole's names in front.
 */
final class Family {

    private static final SortedMap<String, List<Fact>> NONE = Collections.emptySortedMap();

    private final List<Fact> facts;
    private final @Nullable Fact[] parents;
    private final Map<FactPath, SortedMap<String, List<Fact>>> parts = new HashMap<>();

    /** @param facts sorted by path */
    Family(List<Fact> facts) {
        this.facts = facts;
        this.parents = new @Nullable Fact[facts.size()];
        // By the number of their names, the facts that stand above the current one.
        List<List<Fact>> above = new ArrayList<>();
        above.add(new ArrayList<>());
        Fact last = null;
        FactPath whole = null;
        SortedMap<String, List<Fact>> partsOfWhole = NONE;
        for (int i = 0; i < parents.length; i++) {
            Fact fact = facts.get(i);
            int length = fact.path().names().size();
            int shared = last == null ? 0 : last.path().shared(fact.path());
            for (int depth = shared + 1; depth < above.size(); depth++) {
                above.get(depth).clear();
            }
            while (above.size() <= length) {
                above.add(new ArrayList<>());
            }
            Fact parent = fact.kind().anyParent() ? find(parentPaths(fact)) : parent(fact, above.get(length - 1));
            above.get(length).add(fact);
            last = fact;
            if (parent != null) {
                parents[i] = parent;
                if (!parent.path().equals(whole)) {
                    whole = parent.path();
                    partsOfWhole = parts.computeIfAbsent(whole, p -> new TreeMap<>());
                }
                partsOfWhole
                        .computeIfAbsent(fact.kind().name(), k -> new ArrayList<>())
                        .add(fact);
            }
        }
        parts.values().forEach(lists -> lists.values().forEach(Ranks::sort));
    }

    private static @Nullable Fact parent(Fact fact, List<Fact> candidates) {
        for (String kind : fact.kind().parents()) {
            for (Fact candidate : candidates) {
                if (candidate.kind().name().equals(kind)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** Where the whole of a fact may stand, the likeliest first. */
    static List<FactPath> parentPaths(Fact fact) {
        List<String> names = fact.path().names();
        if (names.size() < (fact.kind().anyParent() ? 3 : 2)) {
            return List.of();
        }
        if (fact.kind().anyParent()) {
            return List.of(new FactPath(names.get(0), names.subList(1, names.size() - 1)));
        }
        List<String> above = List.copyOf(names.subList(0, names.size() - 1));
        return fact.kind().parents().stream()
                .map(kind -> new FactPath(kind, above))
                .toList();
    }

    private @Nullable Fact find(List<FactPath> paths) {
        for (FactPath path : paths) {
            int low = 0;
            int high = facts.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int c = facts.get(middle).path().compareTo(path);
                if (c == 0) {
                    return facts.get(middle);
                }
                if (c < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
        }
        return null;
    }

    /** All parts of a fact by kind; by rank where the kind has one, else by path. */
    SortedMap<String, List<Fact>> parts(Fact fact) {
        return parts.getOrDefault(fact.path(), NONE);
    }

    /** Whether the fact at that place among the sorted ones is a part of another. */
    boolean isPart(int index) {
        return parents[index] != null;
    }

    /** The facts that are parts of no other. */
    List<Fact> roots() {
        List<Fact> roots = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] == null) {
                roots.add(facts.get(i));
            }
        }
        return Collections.unmodifiableList(roots);
    }
}
