package dev.plumbline.drift;

import dev.plumbline.drift.Change.Type;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes that another change brings with it: the index of a constraint, the sequence of a serial column. Whoever
 * ran one statement is told of one difference.
 */
final class Consequences {

    private static final List<String> CONSTRAINTS = List.of("primary_key", "unique_constraint", "exclusion_constraint");
    private static final Set<String> SAID_BY_CONSTRAINT = Set.of("columns", "keys");

    private final Snapshot expected;
    private final Snapshot actual;
    private final Set<String> changed = new HashSet<>();

    Consequences(Snapshot expected, Snapshot actual) {
        this.expected = expected;
        this.actual = actual;
    }

    List<Change> without(List<Change> changes) {
        changes.forEach(c -> changed.add(key(c.type(), c.path(), c.attribute())));
        RenamedKeys renamedKeys = new RenamedKeys(expected, changes);
        RenamedReferences references = new RenamedReferences(expected.engine(), changes);
        List<Change> causes = new ArrayList<>();
        for (Change change : changes) {
            Snapshot side = change.type() == Type.MISSING ? expected : actual;
            Optional<Fact> fact = side.find(change.path());
            if (fact.isEmpty()
                    || !(followsConstraint(change, fact.get())
                            || followsOwner(change, fact.get())
                            || renamedKeys.follows(change)
                            || references.follows(change)
                            || outlives(change, fact.get())
                            || follows(change, "default_dropped", "default")
                            || follows(change, "collation_stated", "collation")
                            || follows(change, "stated_method", "method")
                            || follows(change, "stated_tablespace", "tablespace")
                            || follows(change, "introducers", "definition")
                            || follows(change, "introducers", "default")
                            || follows(change, "introducers", "generated")
                            || followsView(change))) {
                causes.add(change);
            }
        }
        return causes;
    }

    private static String key(Type type, FactPath path, String attribute) {
        return type + " " + path + " " + attribute;
    }

    private boolean followsConstraint(Change change, Fact fact) {
        Optional<String> constraint = fact.text("constraint");
        if (constraint.isEmpty()) {
            return false;
        }
        if (change.type() == Type.CHANGED && !SAID_BY_CONSTRAINT.contains(change.attribute())) {
            return false;
        }
        List<String> names = new ArrayList<>(fact.path().names());
        names.set(names.size() - 1, constraint.get());
        String attribute = change.type() == Type.CHANGED ? "columns" : "";
        return CONSTRAINTS.stream()
                .anyMatch(kind -> changed.contains(key(change.type(), new FactPath(kind, names), attribute)));
    }

    /**
     * MySQL and MariaDB keep privileges on a table or view that was dropped, and on its columns, and then no longer tell
     * which of the two it was: one that the other side has on the object itself is the same privilege.
     */
    private boolean outlives(Change change, Fact fact) {
        if (change.type() == Type.CHANGED || !fact.kind().name().equals("grant")) {
            return false;
        }
        Snapshot other = change.type() == Type.MISSING ? actual : expected;
        Stream<String> kinds = switch (fact.path().names().get(0)) {
            case "table" -> Stream.of("table", "view", "sequence");
            case "column" -> Stream.of("column");
            default -> Stream.empty();
        };
        return kinds.map(kind -> {
                    List<String> names = new ArrayList<>(fact.path().names());
                    names.set(0, kind);
                    return other.find(new FactPath("grant", names));
                })
                .flatMap(Optional::stream)
                .anyMatch(same -> same.attributes().equals(fact.attributes()));
    }

    /** Whether another attribute that changed says all there is to say: a default that came or went, another text. */
    private boolean follows(Change change, String attribute, String other) {
        return change.attribute().equals(attribute) && changed.contains(key(Type.CHANGED, change.path(), other));
    }

    /** The columns of a view that lost what it selects from are gone with that, and the view says it is broken. */
    private boolean followsView(Change change) {
        // A text that was written by hand may have a column of nothing.
        if (!change.path().kind().equals("column") || change.path().names().size() < 2) {
            return false;
        }
        FactPath view = new FactPath(
                "view", change.path().names().subList(0, change.path().names().size() - 1));
        return changed.contains(key(Type.CHANGED, view, "valid"));
    }

    private boolean followsOwner(Change change, Fact fact) {
        Optional<String> owner = fact.text("owned_by");
        if (owner.isEmpty() || change.type() == Type.CHANGED) {
            return false;
        }
        String schema = fact.path().names().get(0);
        String prefix = schema.isEmpty() ? "" : schema + ".";
        String inSchema = owner.get().startsWith(prefix) ? owner.get().substring(prefix.length()) : owner.get();
        int dot = inSchema.lastIndexOf('.');
        if (dot < 0) {
            return false;
        }
        String table = inSchema.substring(0, dot);
        String column = inSchema.substring(dot + 1);
        return changed.contains(key(change.type(), FactPath.of("table", schema, table), ""))
                || changed.contains(key(change.type(), FactPath.of("column", schema, table, column), ""));
    }
}
