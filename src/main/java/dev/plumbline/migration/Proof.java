package dev.plumbline.migration;

import java.util.List;
import java.util.Locale;

/**
 * The reversibility certificate of one migration: the schema was read, the migration was run, undone and run again,
 * and the schemas were compared.
 *
 * @param migration the version or name, as the tool writes it
 * @param file the file that was run, relative to the project
 * @param detail what differs after the way down or up again, one line each; or why it was not run
 */
public record Proof(String target, String migration, String file, Status status, List<String> detail, long millis) {

    public Proof {
        detail = List.copyOf(detail);
    }

    /** Whether the migration can be undone, as far as it is meant to be. */
    public boolean good() {
        return status == Status.PROVEN || status == Status.REPEATABLE;
    }

    /** What the round trip showed. */
    public enum Status {
        /** Down led back to the schema before, and up again to the schema after. */
        PROVEN,
        /** There is nothing to undo it but its previous text; run twice, it gives the same schema. */
        REPEATABLE,
        /** Down ran, and the schema is another than before. */
        LOSSY,
        /** There is nothing that undoes it. */
        IRREVERSIBLE,
        /** A statement failed. */
        FAILED,
        /** It was not tried, for an earlier one failed. */
        NOT_RUN;

        /** As reports write it: {@code not-run}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
