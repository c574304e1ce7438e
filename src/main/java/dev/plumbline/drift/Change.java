package dev.plumbline.drift;

import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One difference between an expected and an actual snapshot.
 *
 * @param path where it is: in the actual snapshot, or, if the fact is missing there, in the expected one
 * @param from for a rename, the path in the expected snapshot
 * @param attribute what differs; empty when the whole fact came, went or was renamed
 * @param before the expected value, as {@link dev.plumbline.fact.Fact} holds it; null for none
 * @param after the actual value
 * @param parts how many further facts came or went with this one
 * @param reason how a rename was recognised, or why the change is ignored; empty otherwise
 */
public record Change(
        Type type,
        FactPath path,
        Optional<FactPath> from,
        String attribute,
        @Nullable Object before,
        @Nullable Object after,
        Kind.Impact impact,
        int parts,
        String reason) {

    /** What happened to the fact. */
    public enum Type {
        /** Expected, and not there. */
        MISSING,
        /** There, and not expected. */
        UNEXPECTED,
        /** There, with another value. */
        CHANGED,
        /** There, under another name. */
        RENAMED;

        /** As reports and rules write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Change missing(FactPath path, Kind.Impact impact, int parts) {
        return new Change(Type.MISSING, path, Optional.empty(), "", null, null, impact, parts, "");
    }

    public static Change unexpected(FactPath path, Kind.Impact impact, int parts) {
        return new Change(Type.UNEXPECTED, path, Optional.empty(), "", null, null, impact, parts, "");
    }

    public static Change changed(
            FactPath path, Kind.Attribute attribute, @Nullable Object before, @Nullable Object after) {
        return new Change(
                Type.CHANGED, path, Optional.empty(), attribute.name(), before, after, attribute.impact(), 0, "");
    }

    public static Change renamed(FactPath from, FactPath path, String reason) {
        return new Change(
                Type.RENAMED, path, Optional.of(from), "", from.name(), path.name(), Kind.Impact.BREAKING, 0, reason);
    }

    Change because(String why) {
        return new Change(type, path, from, attribute, before, after, impact, parts, why);
    }

    /** One line: {@code changed column:public.orders.total type: numeric(10,2) -> numeric(12,2)}. */
    @Override
    public String toString() {
        return switch (type) {
            case MISSING, UNEXPECTED -> type.word() + " " + path + (parts > 0 ? " (and " + parts + " parts)" : "");
            case CHANGED -> "changed " + path + " " + attribute + ": " + before + " -> " + after;
            case RENAMED -> "renamed " + from.map(FactPath::toString).orElse("") + " -> " + path + " (" + reason + ")";
        };
    }
}
