package dev.plumbline.source.postgresql;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the empty schema of a relative reading before names that the server had to qualify, wherever it wrote them. */
record HiddenNames(OwnNames names) {

    /** The body of a routine is the user's text, and has a normaliser of its own. */
    private static final Set<String> AS_TYPED = Set.of("body");

    /** Kinds whose names are made of the names of types. */
    private static final Set<String> TYPES = Set.of("cast", "transform");

    Fact mark(Fact fact) {
        FactPath path = new FactPath(
                fact.path().kind(),
                fact.path().names().stream()
                        .map(name -> TYPES.contains(fact.kind().name()) || name.endsWith(")") ? names.mark(name) : name)
                        .toList());
        Map<String, @Nullable Object> attributes = new TreeMap<>();
        for (Kind.Attribute attribute : fact.kind().attributes()) {
            Object value = fact.get(attribute.name());
            boolean typed = attribute.role() == Kind.Role.COSMETIC || AS_TYPED.contains(attribute.name());
            attributes.put(attribute.name(), typed ? value : mark(value));
        }
        return Fact.of(fact.kind(), path, attributes);
    }

    private @Nullable Object mark(@Nullable Object value) {
        if (value instanceof String text) {
            return names.mark(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> names.mark(String.valueOf(one))).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> marked = new TreeMap<>();
            map.forEach((name, one) -> marked.put(String.valueOf(name), names.mark(String.valueOf(one))));
            return marked;
        }
        return value;
    }
}
