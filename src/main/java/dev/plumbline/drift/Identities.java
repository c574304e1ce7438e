package dev.plumbline.drift;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Snapshot;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What servers know their objects by. It says which object is which if both snapshots are of one database, or of a copy
 * of its files; in a database that was built anew the numbers are others, or the same ones for other objects.
 */
final class Identities {

    private final Snapshot expected;
    private final Snapshot actual;
    private @Nullable Boolean comparable;

    Identities(Snapshot expected, Snapshot actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /** The identity of a fact; nothing if it has none, or one that says nothing here. */
    @Nullable
    Object of(Fact fact) {
        Object identity = stored(fact);
        return identity == null || !comparable() ? null : identity;
    }

    private static @Nullable Object stored(Fact fact) {
        for (Kind.Attribute attribute : fact.kind().attributes()) {
            // A kind that several engines have may have an identity for each of them.
            if (attribute.role() == Kind.Role.IDENTITY && fact.get(attribute.name()) != null) {
                return fact.get(attribute.name());
            }
        }
        return null;
    }

    /** Whether most of what has the same name on both sides has the same identity. */
    private boolean comparable() {
        Boolean known = comparable;
        if (known == null) {
            int same = 0;
            int other = 0;
            for (Fact fact : expected.facts()) {
                Object left = stored(fact);
                Optional<Fact> namesake = left == null ? Optional.empty() : actual.find(fact.path());
                Object right = namesake.map(Identities::stored).orElse(null);
                if (left != null && right != null) {
                    same += left.equals(right) ? 1 : 0;
                    other += left.equals(right) ? 0 : 1;
                }
            }
            known = same >= other;
            comparable = known;
        }
        return known;
    }
}
