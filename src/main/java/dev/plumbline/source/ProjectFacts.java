package dev.plumbline.source;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Kinds;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects what a source reads from files, with its coverage; for sources that read no database. */
public final class ProjectFacts {

    private static final int MOST_REASONS = 8;

    private final Kinds kinds;
    private final Map<FactPath, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Set<String>> doubts = new TreeMap<>();

    /** @param kindNames all kinds that the source reads: each counts as read until there is a doubt */
    public ProjectFacts(Kinds kinds, List<String> kindNames) {
        this.kinds = kinds;
        kindNames.forEach(name -> doubts.put(kinds.get(name).name(), new LinkedHashSet<>()));
    }

    /**
     * Adds a fact. Of two at the same path the first is kept, and the second is a doubt.
     *
     * @param attributes by name; what is null or left out has no value or its usual one
     */
    public void add(String kindName, List<String> path, Map<String, ? extends @Nullable Object> attributes) {
        Kind kind = kinds.get(kindName);
        FactPath at = new FactPath(kindName, path);
        if (facts.containsKey(at)) {
            doubt(kindName, at + " stands in the project twice; only the first is read");
            return;
        }
        facts.put(at, Fact.of(kind, at, attributes));
    }

    /** Says that facts of a kind, or attributes of theirs, could not be seen. */
    public void doubt(String kindName, String reason) {
        doubts.computeIfAbsent(kindName, k -> new LinkedHashSet<>()).add(reason);
    }

    /** All that was added. */
    public Reading reading() {
        Map<String, Coverage.Entry> coverage = new TreeMap<>();
        doubts.forEach((kind, reasons) -> coverage.put(
                kind,
                reasons.isEmpty()
                        ? Coverage.Entry.READ
                        : new Coverage.Entry(Coverage.Status.PARTIAL, text(new ArrayList<>(reasons)))));
        return new Reading(new Snapshot("project", kinds, facts.values(), Coverage.of(coverage)), List.of());
    }

    private static String text(List<String> reasons) {
        int more = reasons.size() - MOST_REASONS;
        return more <= 0
                ? String.join("; ", reasons)
                : String.join("; ", reasons.subList(0, MOST_REASONS)) + "; and " + more + " more";
    }
}
