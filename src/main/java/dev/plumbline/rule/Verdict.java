package dev.plumbline.rule;

import dev.plumbline.fact.FactPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one rule says of one fact that someone must look at, with its evidence.
 *
 * @param path the fact; for a verdict about a target as a whole, {@code target:name}
 * @param message what is the matter, in both languages
 * @param evidence what was looked at: values of the attributes the rule read, and where the fact stands
 * @param fingerprint identifies the finding over time: rule, target, path and discriminator, no line numbers
 * @param waiver the id of the waiver that covers it
 * @param location where the fact stands in a file of the project, if it does
 * @param fix what to do, with the names of this fact filled in; empty if the rule's own text is all there is
 * @param discriminator tells findings of one rule at one path apart; empty where there is only one
 */
public record Verdict(
        String rule,
        String target,
        FactPath path,
        Outcome outcome,
        Bilingual message,
        List<String> evidence,
        String fingerprint,
        Optional<String> waiver,
        Optional<Location> location,
        Bilingual fix,
        String discriminator) {

    public Verdict {
        evidence = List.copyOf(evidence);
    }

    /** A verdict about which there is nothing to do but what the rule says. */
    public Verdict(
            String rule,
            String target,
            FactPath path,
            Outcome outcome,
            Bilingual message,
            List<String> evidence,
            String fingerprint,
            Optional<String> waiver,
            Optional<Location> location) {
        this(rule, target, path, outcome, message, evidence, fingerprint, waiver, location, Bilingual.NONE, "");
    }

    /** The same finding, accepted. */
    Verdict waivedBy(String id) {
        return as(Outcome.WAIVED, Optional.of(id));
    }

    /** The same finding, which was there when the rule came. */
    Verdict asFrozen() {
        return as(Outcome.FROZEN, Optional.empty());
    }

    private Verdict as(Outcome other, Optional<String> by) {
        return new Verdict(rule, target, path, other, message, evidence, fingerprint, by, location, fix, discriminator);
    }

    /** A verdict about something that stands in no file: an object of a database, a target. */
    public Verdict(
            String rule,
            String target,
            FactPath path,
            Outcome outcome,
            Bilingual message,
            List<String> evidence,
            String fingerprint,
            Optional<String> waiver) {
        this(rule, target, path, outcome, message, evidence, fingerprint, waiver, Optional.empty());
    }

    /**
     * A place in a file, so that editors and code review can open it.
     *
     * @param file relative to the project's folder, with {@code /}
     * @param line from 1; 0 if only the file is known
     */
    public record Location(String file, int line) {

        /** As compilers write it: {@code file:line}. */
        @Override
        public String toString() {
            return line > 0 ? file + ":" + line : file;
        }
    }

    /** From the best to the worst is not an order among these; see {@link Judgement#outcome}. */
    public enum Outcome {
        PASS,
        FAIL,
        /** Fails, and someone accepted it for a time. */
        WAIVED,
        /** Fails, as it did when people froze the findings of that day. */
        FROZEN,
        NOT_APPLICABLE,
        /** What would have to be known could not be read, or nothing was there to look at. */
        NO_EVIDENCE,
        /** Two requirements that cannot both hold. */
        CONFLICT,
        /** The rule itself broke. */
        ERROR;

        /** As reports write it: {@code no-evidence}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
