package dev.plumbline.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that differs between two snapshots, and what could not be compared.
 *
 * @param changes by path
 * @param ignored changes that an ignore rule took out, in the same order
 * @param uncompared kinds that one side could not read, with the reason: of these nothing is known, least of all that
 *     they are equal
 */
public record Drift(List<Change> changes, List<Change> ignored, SortedMap<String, String> uncompared) {

    public Drift {
        changes = List.copyOf(changes);
        ignored = List.copyOf(ignored);
        uncompared = Collections.unmodifiableSortedMap(new TreeMap<>(uncompared));
    }

    /** Whether both sides were read in full and nothing differs. */
    public boolean equal() {
        return changes.isEmpty() && uncompared.isEmpty();
    }

    /** The same drift with the changes that match a rule moved to {@link #ignored}, with the reason of the first one. */
    public Drift ignoring(List<IgnoreRule> rules) {
        List<Change> kept = new ArrayList<>();
        List<Change> out = new ArrayList<>(ignored);
        for (Change change : changes) {
            rules.stream()
                    .filter(rule -> rule.matches(change))
                    .findFirst()
                    .ifPresentOrElse(rule -> out.add(change.because(rule.reason())), () -> kept.add(change));
        }
        return new Drift(kept, out, uncompared);
    }
}
