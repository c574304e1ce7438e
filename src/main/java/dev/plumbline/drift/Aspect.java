package dev.plumbline.drift;

import dev.plumbline.fact.Kind.Impact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A side of a schema that a comparison may leave out as a whole. What is left out is counted. */
public enum Aspect {
    /** The order of columns and other parts. */
    ORDER,
    /** Comments on whatever has one. */
    COMMENTS,
    /** Privileges, and what is granted by default. */
    PRIVILEGES,
    /** Who owns what. */
    OWNERS,
    /** What only says how data is stored or served, such as a fill factor. */
    OPERATIONAL;

    private static final Set<String> GRANTS = Set.of("grant", "default_grant");

    /** As it stands in a configuration or an argument. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The aspect of this word, if it is one. */
    public static Optional<Aspect> of(String word) {
        return Arrays.stream(values()).filter(a -> a.word().equals(word)).findFirst();
    }

    /** Whether a change is a change of this. */
    boolean has(Change change) {
        return switch (this) {
            case ORDER -> change.attribute().equals("position");
            case COMMENTS -> change.attribute().endsWith("comment");
            case PRIVILEGES ->
                change.impact() == Impact.PRIVILEGE
                        || GRANTS.contains(change.path().kind());
            case OWNERS -> change.attribute().equals("owner");
            case OPERATIONAL -> change.impact() == Impact.OPERATIONAL;
        };
    }
}
