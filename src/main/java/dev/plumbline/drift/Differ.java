package dev.plumbline.drift;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares two snapshots. Facts are matched by kind and name among their siblings, what is left over by
 * {@link Renames}; a fact that came or went is one change, whatever hung on it. Linear in the number of facts.
 */
public final class Differ {

    private static final Set<String> FORKS = Set.of("mysql", "mariadb");

    private final Snapshot expected;
    private final Snapshot actual;
    private final List<Change> changes = new ArrayList<>();
    private final SortedMap<String, String> uncompared = new TreeMap<>();
    private final Set<String> oneSided = new TreeSet<>();
    private final Identities identities;
    private Followers followers = Followers.NONE;

    private Differ(Snapshot expected, Snapshot actual) {
        this.expected = expected;
        this.actual = actual;
        this.identities = new Identities(expected, actual);
    }

    /** Whether facts of one engine mean the same as those of another. */
    public static boolean alike(String engine, String other) {
        return engine.equals(other) || (FORKS.contains(engine) && FORKS.contains(other));
    }

    /** All differences. The order of facts, identities and context do not count. */
    public static Drift compare(Snapshot expected, Snapshot actual) {
        return new Differ(expected, actual).compare();
    }

    /**
     * What neither side was asked to read, with the reason: it was not compared, which is no gap, but nothing is known of
     * it either.
     */
    public static SortedMap<String, String> unasked(Snapshot expected, Snapshot actual) {
        Map<String, Set<String>> byReason = new TreeMap<>();
        expected.coverage().kinds().forEach((name, entry) -> {
            if (excluded(expected, name) && excluded(actual, name)) {
                byReason.computeIfAbsent(entry.reason(), r -> new TreeSet<>()).add(name);
            }
        });
        return together(byReason);
    }

    private static SortedMap<String, String> together(Map<String, Set<String>> byReason) {
        SortedMap<String, String> reasons = new TreeMap<>();
        byReason.forEach((reason, names) -> reasons.put(String.join(", ", names), reason));
        return reasons;
    }

    private Drift compare() {
        if (!alike(expected.engine(), actual.engine())) {
            uncompared.put(
                    "engine",
                    "the expected side is of " + expected.engine() + ", the actual side of " + actual.engine()
                            + ", and what they call alike need not be the same");
        }
        Set<String> kinds = new TreeSet<>(expected.coverage().kinds().keySet());
        kinds.addAll(actual.coverage().kinds().keySet());
        for (String kind : kinds) {
            String reason = incomparable(kind);
            if (!reason.isEmpty()) {
                uncompared.put(kind, reason);
            }
        }
        if (alike(expected.engine(), actual.engine())) {
            leaveOutOfBoth();
        }
        if (!sameFacts()) {
            compareSiblings(expected.roots(), actual.roots(), true);
        }
        changes.sort(Comparator.comparing(Change::path).thenComparing(Change::attribute));
        return new Drift(new Consequences(expected, actual).without(changes), List.of(), uncompared);
    }

    /**
     * Attributes that only one side was asked to read are told together, once, whether a fact has one or not: that none
     * was seen where nobody looked says nothing.
     */
    private void leaveOutOfBoth() {
        Map<String, Set<String>> byReason = new TreeMap<>();
        leftOut("expected", expected.coverage(), actual.coverage(), byReason);
        leftOut("actual", actual.coverage(), expected.coverage(), byReason);
        byReason.values().forEach(oneSided::addAll);
        uncompared.putAll(together(byReason));
    }

    private static void leftOut(String side, Coverage left, Coverage asked, Map<String, Set<String>> byReason) {
        asked.kinds().forEach((name, entry) -> {
            Coverage.Entry other = left.of(name);
            boolean unasked = other.status() == Coverage.Status.EXCLUDED || other.status() == Coverage.Status.NOT_ASKED;
            if (name.indexOf('.') > 0 && entry.status() == Coverage.Status.READ && unasked) {
                String reason = "the " + side + " side "
                        + (other.status() == Coverage.Status.EXCLUDED
                                ? "left it out: " + other.reason()
                                : "did not look, the other one did");
                byReason.computeIfAbsent(reason, r -> new TreeSet<>()).add(name);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut: lists that are not the same are compared
    private boolean sameFacts() {
        return expected.facts() == actual.facts();
    }

    /** Why nothing can be said of a kind; empty if all can. A server that has no such thing has none of them. */
    private String incomparable(String kind) {
        for (Map.Entry<String, Coverage> side :
                List.of(Map.entry("expected", expected.coverage()), Map.entry("actual", actual.coverage()))) {
            Coverage.Entry entry = side.getValue().of(kind);
            switch (entry.status()) {
                case READ, UNSUPPORTED, EXCLUDED -> {}
                case NOT_ASKED -> {
                    // A snapshot of another engine or an earlier version may not know the kind: say so only if the
                    // other side has facts of it, for otherwise both have none.
                    if (!expected.facts(kind).isEmpty() || !actual.facts(kind).isEmpty()) {
                        return "the " + side.getKey() + " side did not look: " + entry.reason();
                    }
                }
                case PARTIAL, DENIED, FAILED -> {
                    return "the " + side.getKey() + " side says " + entry.status() + ": " + entry.reason();
                }
            }
        }
        return "";
    }

    private void compareSiblings(List<Fact> left, List<Fact> right, boolean roots) {
        if (same(left, right)) {
            left.stream().filter(this::comparable).forEach(f -> compareParts(new Pair(f, f, "")));
            return;
        }
        Map<Object, Fact> rightByKey = new LinkedHashMap<>();
        right.stream().filter(this::comparable).forEach(f -> rightByKey.put(key(f, roots), f));
        List<Pair> pairs = new ArrayList<>();
        List<Fact> missing = new ArrayList<>();
        for (Fact fact : left) {
            if (!comparable(fact)) {
                continue;
            }
            Fact other = rightByKey.remove(key(fact, roots));
            if (other == null) {
                missing.add(fact);
            } else {
                pairs.add(new Pair(fact, other, ""));
            }
        }
        List<Fact> unexpected = new ArrayList<>(rightByKey.values());
        List<Pair> renamed = new Renames(expected, actual, identities, followers).find(missing, unexpected);
        Followers outer = followers;
        followers = followers.with(renamed);
        for (Pair pair : renamed) {
            missing.remove(pair.left());
            unexpected.remove(pair.right());
            changes.add(Change.renamed(pair.left().path(), pair.right().path(), pair.reason()));
        }
        missing.forEach(
                f -> changes.add(Change.missing(f.path(), f.kind().impacts().missing(), parts(expected, f))));
        unexpected.forEach(
                f -> changes.add(Change.unexpected(f.path(), f.kind().impacts().unexpected(), parts(actual, f))));
        pairs.addAll(renamed);
        compareOrder(pairs);
        for (Pair pair : pairs) {
            compareAttributes(pair);
            compareParts(pair);
        }
        followers = outer;
    }

    /** Whether all are the very same facts, as they are where a text was found to say what the other snapshot says. */
    private static boolean same(List<Fact> left, List<Fact> right) {
        boolean same = left.size() == right.size();
        for (int i = 0; same && i < left.size(); i++) {
            same = same(left.get(i), right.get(i));
        }
        return same;
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut: facts that are not the same are compared
    private static boolean same(Fact left, Fact right) {
        return left == right;
    }

    private boolean comparable(Fact fact) {
        String kind = fact.kind().name();
        return !uncompared.containsKey(kind) && !excluded(expected, kind) && !excluded(actual, kind);
    }

    private static boolean excluded(Snapshot side, String kind) {
        return side.coverage().of(kind).status() == Coverage.Status.EXCLUDED;
    }

    /** Roots are matched by their whole path, parts by kind and name, since a parent may have been renamed. */
    private static Object key(Fact fact, boolean root) {
        return root ? fact.path() : List.of(fact.kind().name(), fact.name());
    }

    private int parts(Snapshot snapshot, Fact fact) {
        return snapshot.parts(fact).values().stream()
                .flatMap(List::stream)
                .mapToInt(part -> 1 + parts(snapshot, part))
                .sum();
    }

    private void compareParts(Pair pair) {
        SortedMap<String, List<Fact>> left = expected.parts(pair.left());
        SortedMap<String, List<Fact>> right = actual.parts(pair.right());
        if (left.isEmpty() && right.isEmpty()) {
            return;
        }
        Set<String> kinds = new TreeSet<>(left.keySet());
        kinds.addAll(right.keySet());
        List<Fact> rightParts = new ArrayList<>();
        List<Fact> leftParts = new ArrayList<>();
        kinds.forEach(kind -> {
            leftParts.addAll(left.getOrDefault(kind, List.of()));
            rightParts.addAll(right.getOrDefault(kind, List.of()));
        });
        compareSiblings(leftParts, rightParts, false);
    }

    private void compareAttributes(Pair pair) {
        if (same(pair.left(), pair.right())) {
            return;
        }
        for (Kind.Attribute attribute : pair.left().kind().attributes()) {
            if (!attribute.compared() || isOneSided(attribute, pair)) {
                continue;
            }
            @Nullable Object before = pair.left().get(attribute.name());
            @Nullable Object after = pair.right().get(attribute.name());
            if (!Objects.equals(before, after)
                    && !followers.lead(before, after)
                    && !((before == null || after == null) && unknown(attribute, pair))) {
                changes.add(Change.changed(pair.right().path(), attribute, before, after));
            }
        }
    }

    private boolean isOneSided(Kind.Attribute attribute, Pair pair) {
        return !oneSided.isEmpty() && oneSided.contains(pair.left().kind().name() + "." + attribute.name());
    }

    /**
     * Whether one side could not read the attribute of some facts, which then have no value of it. What it left out on
     * purpose is told once the other side has something there.
     */
    private boolean unknown(Kind.Attribute attribute, Pair pair) {
        String name = pair.left().kind().name() + "." + attribute.name();
        for (Map.Entry<String, Snapshot> side : List.of(Map.entry("expected", expected), Map.entry("actual", actual))) {
            if (excluded(side.getValue(), name)) {
                uncompared.put(
                        name,
                        "the " + side.getKey() + " side left it out: "
                                + side.getValue().coverage().of(name).reason());
            }
        }
        return uncompared.containsKey(name);
    }

    /** Reports the fewest facts whose moving explains the new order; what came or went moves nobody. */
    private void compareOrder(List<Pair> pairs) {
        Map<String, List<Pair>> byKind = new TreeMap<>();
        for (Pair pair : pairs) {
            if (pair.left().kind().order().isPresent()) {
                byKind.computeIfAbsent(pair.left().kind().name(), k -> new ArrayList<>())
                        .add(pair);
            }
        }
        for (List<Pair> ordered : byKind.values()) {
            Kind.Attribute order = ordered.get(0).left().kind().order().orElseThrow();
            ordered.sort(Comparator.comparingLong(p -> rank(p.left(), order)));
            long[] ranks =
                    ordered.stream().mapToLong(p -> rank(p.right(), order)).toArray();
            for (int moved : moved(ordered, ranks, order)) {
                Pair pair = ordered.get(moved);
                changes.add(Change.changed(
                        pair.right().path(),
                        order,
                        pair.left().get(order.name()),
                        pair.right().get(order.name())));
            }
        }
    }

    /** Of two ways to tell it the one that names more facts whose number is another one than before. */
    private static List<Integer> moved(List<Pair> ordered, long[] ranks, Kind.Attribute order) {
        List<Integer> first = LongestIncrease.outside(ranks);
        int last = ranks.length - 1;
        long[] backwards = new long[ranks.length];
        Arrays.setAll(backwards, i -> -ranks[last - i]);
        List<Integer> second = LongestIncrease.outside(backwards).stream()
                .map(i -> last - i)
                .sorted()
                .toList();
        ToLongFunction<List<Integer>> unmoved = indices -> indices.stream()
                .filter(i -> rank(ordered.get(i).left(), order) == ranks[i])
                .count();
        return unmoved.applyAsLong(second) < unmoved.applyAsLong(first) ? second : first;
    }

    private static long rank(Fact fact, Kind.Attribute order) {
        return fact.get(order.name()) instanceof Long rank ? rank : Long.MAX_VALUE;
    }

    /** Two facts that are the same object. */
    record Pair(Fact left, Fact right, String reason) {}
}
