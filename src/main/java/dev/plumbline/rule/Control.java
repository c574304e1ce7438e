package dev.plumbline.rule;

import java.util.List;
import java.util.Locale;

/**
 * A requirement of some document that rules give evidence for.
 *
 * @param id for instance {@code RNF-002}
 * @param source the document
 * @param threshold the percentage of judged facts that must pass
 * @param conflictsWith controls that cannot hold together with this one
 * @param limits what the rules cannot show
 */
public record Control(
        String id,
        Bilingual title,
        String source,
        Level level,
        int threshold,
        List<String> rules,
        List<String> conflictsWith,
        Bilingual limits) {

    public Control {
        rules = List.copyOf(rules);
        conflictsWith = List.copyOf(conflictsWith);
    }

    /** How binding a control is, and the usual threshold of its level in percent. */
    public enum Level {
        CRITICAL(100),
        MANDATORY(95),
        RECOMMENDED(80);

        private final int threshold;

        Level(int threshold) {
            this.threshold = threshold;
        }

        public int threshold() {
            return threshold;
        }
    }

    /** Whether a control is met. */
    public enum Status {
        COMPLIANT,
        NOT_COMPLIANT,
        NOT_ASSESSED,
        CONFLICT;

        /** As reports write it: {@code not-compliant}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A control in the light of a run.
     *
     * @param reason why, for people; for {@code not-assessed} what is missing
     * @param score percentage of judged facts that pass, waived ones counted as passing; -1 if none was judged
     * @param scoreWithoutWaivers the same with waived ones counted as failing
     */
    public record Assessment(Control control, Status status, Bilingual reason, int score, int scoreWithoutWaivers) {}
}
