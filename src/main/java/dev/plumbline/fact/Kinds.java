package dev.plumbline.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All kinds that are known, by name. A kind that several engines have is one kind with the attributes of all of them,
 * so that one rule serves all; the same attribute must have the same type and role everywhere.
 */
public final class Kinds {

    private final SortedMap<String, Kind> byName = new TreeMap<>();

    /** Merges declarations of the same kind; the first one gives the text of its pages and the order of attributes. */
    public Kinds(Collection<Kind> declarations) {
        for (Kind kind : declarations) {
            byName.merge(kind.name(), kind, Kinds::merge);
        }
    }

    public Collection<Kind> all() {
        return byName.values();
    }

    public Optional<Kind> find(String name) {
        return Optional.ofNullable(byName.get(name));
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
