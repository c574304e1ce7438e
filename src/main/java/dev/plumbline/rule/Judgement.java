package dev.plumbline.rule;

import dev.plumbline.rule.Verdict.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one rule says of one target as a whole. Facts that pass are counted, not kept.
 *
 * @param target the target's name, or {@code project} for what was read from files or over all targets
 * @param counts how many facts had each outcome; an outcome without facts is left out
 * @param findings everything but {@code pass} and {@code not-applicable}, by path
 * @param evidence what was looked at
 */
public record Judgement(
        Rule rule, String target, Map<Outcome, Integer> counts, List<Verdict> findings, Evidence evidence) {

    public Judgement {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts));
        findings = List.copyOf(findings);
    }

    /**
     * The outcome for the target: the first of error, conflict, fail, no-evidence, frozen, waived and pass that some fact
     * has;
     * not-applicable if the rule was about none of the facts that were read.
     */
    public Outcome outcome() {
        for (Outcome outcome : List.of(
                Outcome.ERROR,
                Outcome.CONFLICT,
                Outcome.FAIL,
                Outcome.NO_EVIDENCE,
                Outcome.FROZEN,
                Outcome.WAIVED,
                Outcome.PASS)) {
            if (counts.getOrDefault(outcome, 0) > 0) {
                return outcome;
            }
        }
        return Outcome.NOT_APPLICABLE;
    }

    /** Whether there is something to look at that stops nobody: a rule of severity {@code info} found it. */
    public boolean informs() {
        return rule.severity() == Rule.Severity.INFO && (outcome() == Outcome.FAIL || outcome() == Outcome.CONFLICT);
    }

    /** Whether the target must not pass. */
    public boolean fails() {
        return outcome() == Outcome.FAIL && !informs();
    }

    /**
     * What a judgement rests on.
     *
     * @param facts how many facts of the rule's kind were read
     * @param sources names of the query files, or of the files, they came from
     * @param digest of the snapshot
     * @param incomplete kinds the rule needs that were not read in full, with the reason
     */
    public record Evidence(int facts, List<String> sources, String digest, SortedMap<String, String> incomplete) {
        public Evidence {
            sources = List.copyOf(sources);
            incomplete = Collections.unmodifiableSortedMap(new TreeMap<>(incomplete));
        }
    }
}
