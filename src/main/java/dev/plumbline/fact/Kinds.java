package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All kinds that are known, by name. A kind that several engines have is one kind with the attributes of all of them,
 * so that one rule serves all; the same attribute must have the same type and role everywhere.
 */
public final class Kinds {

    private final Supplier<SortedMap<String, Kind>> byName;

    /** Merges declarations of the same kind; the first one gives the text of its pages and the order of attributes. */
    public Kinds(Collection<Kind> declarations) {
        SortedMap<String, Kind> merged = new TreeMap<>();
        for (Kind kind : declarations) {
            merged.merge(kind.name(), kind, Kinds::merge);
        }
        this.byName = () -> merged;
    }

    private Kinds(Supplier<SortedMap<String, Kind>> byName) {
        this.byName = byName;
    }

    /** @param kinds asked at each use, so that whoever only hands them on need not wait until they are there */
    public static Kinds later(Supplier<Kinds> kinds) {
        return new Kinds(() -> kinds.get().byName.get());
    }

    public Collection<Kind> all() {
        return byName.get().values();
    }

    public Optional<Kind> find(String name) {
        return Optional.ofNullable(byName.get().get(name));
    }

    /** The kind of that name, which must exist: asking for another one is a fault of the program. */
    public Kind get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no kind is named " + name));
    }

    private static Kind merge(Kind first, Kind second) {
        if (!first.pathNames().equals(second.pathNames()) || !first.plural().equals(second.plural())) {
            throw new IllegalArgumentException(
                    "kind " + first.name() + " is declared with path " + first.pathNames() + " and plural "
                            + first.plural() + ", and again with " + second.pathNames() + " and " + second.plural());
        }
        Map<String, Kind.Attribute> attributes = new LinkedHashMap<>();
        first.attributes().forEach(a -> attributes.put(a.name(), a));
        for (Kind.Attribute attribute : second.attributes()) {
            Kind.Attribute known = attributes.putIfAbsent(attribute.name(), attribute);
            if (known != null && (known.type() != attribute.type() || known.role() != attribute.role())) {
                throw new IllegalArgumentException(
                        "attribute " + first.name() + "." + attribute.name() + " is declared "
                                + known.type() + " " + known.role() + " and again " + attribute.type() + " "
                                + attribute.role());
            }
            if (known != null && !java.util.Objects.equals(known.otherwise(), attribute.otherwise())) {
                throw new IllegalArgumentException("attribute " + first.name() + "." + attribute.name()
                        + " is declared with two different usual values");
            }
        }
        List<String> parents = new ArrayList<>(first.parents());
        second.parents().stream().filter(p -> !parents.contains(p)).forEach(parents::add);
        return new Kind(
                first.name(),
                first.plural(),
                first.about(),
                parents,
                first.pathNames(),
                first.impacts(),
                List.copyOf(attributes.values()));
    }
}
