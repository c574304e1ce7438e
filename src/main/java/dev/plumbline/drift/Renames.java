package dev.plumbline.drift;

import dev.plumbline.drift.Differ.Pair;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds, among facts that are missing and facts that are unexpected, those that are one object under two names: first
 * by the server's own identity of the object, where both snapshots have it, then by shape. A shape counts only if it is
 * the only one of its sort on both sides, so that a guess never hides a loss.
 */
final class Renames {

    /** Of a hundred properties and parts, this many must be equal for a shape to be the same. */
    private static final int LEAST_LIKENESS = 80;

    /** More candidates than this of one kind are compared by equal shape only. */
    private static final int MOST_CANDIDATES = 50;

    /** Names are all there is to these: what was dropped and created anew is not a rename. */
    private static final Set<String> NEVER = Set.of(
            "grant",
            "default_grant",
            "role",
            "setting",
            "extension",
            "server",
            "schema",
            "keyspace",
            "applied_migration");

    private static final String COLUMN = "column:";

    private static final Set<String> KEYS = Set.of("partition_key", "clustering");

    private final Snapshot expected;
    private final Snapshot actual;
    private final Identities identities;
    private Followers followers;

    /** @param followers what was renamed around these facts */
    Renames(Snapshot expected, Snapshot actual, Identities identities, Followers followers) {
        this.expected = expected;
        this.actual = actual;
        this.identities = identities;
        this.followers = followers;
    }

    List<Pair> find(List<Fact> missing, List<Fact> unexpected) {
        List<Pair> pairs = new ArrayList<>();
        if (missing.isEmpty() || unexpected.isEmpty()) {
            return pairs;
        }
        Map<String, List<Fact>> left = byPlace(missing, expected, actual);
        Map<String, List<Fact>> right = byPlace(unexpected, actual, expected);
        // An index whose column was renamed, too, is alike once that is known.
        for (boolean columns : List.of(true, false)) {
            left.forEach((place, lost) -> {
                List<Fact> found = right.getOrDefault(place, List.of());
                if (!found.isEmpty() && place.startsWith(COLUMN) == columns) {
                    findIn(lost, found, pairs);
                }
            });
            followers = followers.with(pairs);
        }
        return pairs;
    }

    /** By kind and schema, for an object that moved to another schema is not a rename. */
    private Map<String, List<Fact>> byPlace(List<Fact> facts, Snapshot side, Snapshot other) {
        Map<String, List<Fact>> byPlace = new TreeMap<>();
        for (Fact fact : facts) {
            if (!NEVER.contains(fact.kind().name()) && mayBeRenamed(fact, side, other)) {
                List<String> names = fact.path().names();
                String first = names.size() == 1 ? "" : names.get(0);
                byPlace.computeIfAbsent(fact.kind().name() + ":" + first, p -> new ArrayList<>())
                        .add(fact);
            }
        }
        return byPlace;
    }

    /**
     * Cassandra has no RENAME but for columns of keys: anything else that looks alike is another object, without data. A
     * view's column is renamed with its table's; where the table has it on both sides, the view shows another one.
     */
    private boolean mayBeRenamed(Fact fact, Snapshot side, Snapshot other) {
        if (!expected.engine().equals("cassandra")) {
            return true;
        }
        return fact.kind().name().equals("column")
                && fact.text("key_kind").filter(KEYS::contains).isPresent()
                && baseColumn(fact, side).flatMap(other::find).isEmpty();
    }

    private static Optional<FactPath> baseColumn(Fact column, Snapshot side) {
        String schema = column.path().names().get(0);
        return side.parent(column)
                .flatMap(view -> view.text("base_table"))
                .map(table -> schema.isEmpty() ? table : table.substring(schema.length() + 1))
                .map(table -> FactPath.of("column", schema, table, column.name()));
    }

    private void findIn(List<Fact> lost, List<Fact> found, List<Pair> pairs) {
        Set<Fact> taken = new HashSet<>();
        Map<Object, Fact> byIdentity = new HashMap<>();
        for (Fact fact : found) {
            Object identity = identities.of(fact);
            if (identity != null) {
                byIdentity.put(identity, fact);
            }
        }
        List<Fact> unknown = new ArrayList<>();
        for (Fact fact : lost) {
            Object identity = identities.of(fact);
            Fact same = identity == null ? null : byIdentity.get(identity);
            if (same != null && taken.add(same)) {
                pairs.add(new Pair(fact, same, "the server knows it as the same object"));
            } else {
                unknown.add(fact);
            }
        }
        List<Fact> free = found.stream().filter(f -> !taken.contains(f)).toList();
        findByShape(unknown, free, pairs);
    }

    private void findByShape(List<Fact> lost, List<Fact> found, List<Pair> pairs) {
        if (lost.size() > MOST_CANDIDATES || found.size() > MOST_CANDIDATES) {
            return;
        }
        int[][] likeness = new int[lost.size()][found.size()];
        for (int i = 0; i < lost.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                likeness[i][j] = mayBeOne(lost.get(i), found.get(j)) ? likeness(lost.get(i), found.get(j)) : 0;
            }
        }
        // Whoever has a twin is not a candidate for those that are merely alike.
        for (int least : List.of(100, LEAST_LIKENESS)) {
            for (int i = 0; i < lost.size(); i++) {
                int best = onlyBest(likeness, i, least);
                if (best >= 0) {
                    pairs.add(new Pair(
                            lost.get(i), found.get(best), likeness[i][best] + " % of its definition is equal"));
                    Arrays.fill(likeness[i], 0);
                    for (int[] row : likeness) {
                        row[best] = 0;
                    }
                }
            }
        }
    }

    /**
     * Whether a likeness may speak. What the server has two identities for are two objects, however alike; and of what
     * has one name only, in no schema and no table, there is too little that would tell one from another.
     */
    private boolean mayBeOne(Fact left, Fact right) {
        return (identities.of(left) == null || identities.of(right) == null)
                && left.path().names().size() > 1;
    }

    private static int onlyBest(int[][] likeness, int row, int least) {
        int best = -1;
        for (int j = 0; j < likeness[row].length; j++) {
            if (likeness[row][j] >= least) {
                if (best >= 0) {
                    return -1;
                }
                best = j;
            }
        }
        for (int i = 0; best >= 0 && i < likeness.length; i++) {
            if (i != row && likeness[i][best] >= least) {
                return -1;
            }
        }
        return best;
    }

    /** Equal properties and parts in percent; 0 for facts that have nothing to be told by. */
    private int likeness(Fact left, Fact right) {
        if (!Objects.equals(rank(left), rank(right))) {
            return 0;
        }
        List<String> a = shape(expected, left, followers);
        List<String> b = shape(actual, right, Followers.NONE);
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Map<String, Integer> counts = new HashMap<>();
        a.forEach(line -> counts.merge(line, 1, Integer::sum));
        int equal = 0;
        for (String line : b) {
            if (counts.merge(line, -1, Integer::sum) >= 0) {
                equal++;
            }
        }
        return 100 * equal / Math.max(a.size(), b.size());
    }

    /** What is renamed keeps its place; what was dropped and added again stands at the end. */
    private static @Nullable Object rank(Fact fact) {
        return fact.kind().order().map(order -> fact.get(order.name())).orElse(null);
    }

    private static List<String> shape(Snapshot snapshot, Fact fact, Followers followers) {
        List<String> lines = new ArrayList<>();
        fact.kind().attributes().stream()
                .filter(Kind.Attribute::compared)
                .filter(a -> !Objects.equals(fact.get(a.name()), a.otherwise()))
                .forEach(a -> lines.add(a.name() + "=" + Followers.bare(followers.rewrite(fact.get(a.name())))));
        snapshot.parts(fact).forEach((kind, parts) -> {
            if (kind.equals("column")) {
                parts.forEach(part -> lines.add(kind + " " + part.name() + " " + part.get("type")));
            }
        });
        return lines;
    }
}
