package dev.plumbline.fact;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known: of a kind, at a path, with attributes. Immutable.
 *
 * <p>A value is a {@code String}, a {@code Boolean}, a {@code Long}, a {@code List<String>} or a
 * {@code SortedMap<String, String>}, as the kind declares; or null, which means that the object has no such property.
 * Values stand in an array beside the kind's attributes, because a large database has a million of them.
 */
public final class Fact {

    private final Kind kind;
    private final FactPath path;
    private final @Nullable Object[] values;

    private Fact(Kind kind, FactPath path, @Nullable Object[] values) {
        this.kind = kind;
        this.path = path;
        this.values = values;
    }

    /** @param values by the kind's slots; taken over, not copied: the caller must not change the array afterwards */
    public static Fact ofSlots(Kind kind, FactPath path, @Nullable Object[] values) {
        if (values.length != kind.attributes().size()) {
            throw new IllegalArgumentException(path + " has " + values.length + " values, its kind "
                    + kind.attributes().size() + " attributes");
        }
        return new Fact(kind, path, values);
    }

    /**
     * @param attributes by name; what is left out has its usual value
     * @throws IllegalArgumentException for an attribute the kind does not have, or a value of another type
     */
    public static Fact of(Kind kind, FactPath path, Map<String, ? extends @Nullable Object> attributes) {
        @Nullable Object[] values = new @Nullable Object[kind.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = kind.attributes().get(i).otherwise();
        }
        attributes.forEach((name, value) -> {
            int slot =
                    kind.slot(name).orElseThrow(() -> new IllegalArgumentException(kind + " has no attribute " + name));
            values[slot] = Values.check(kind, kind.attributes().get(slot), value);
        });
        return new Fact(kind, path, values);
    }

    public Kind kind() {
        return kind;
    }

    public FactPath path() {
        return path;
    }

    /** The innermost name of the path. */
    public String name() {
        return path.name();
    }

    /** The value in a slot of the kind, see {@link Kind#slot}. */
    public @Nullable Object at(int slot) {
        return values[slot];
    }

    /** The value of an attribute; null if it has none or the kind does not know it. */
    public @Nullable Object get(String attribute) {
        OptionalInt slot = kind.slot(attribute);
        return slot.isEmpty() ? null : values[slot.getAsInt()];
    }

    public Optional<String> text(String attribute) {
        return get(attribute) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    public boolean isTrue(String attribute) {
        return Boolean.TRUE.equals(get(attribute));
    }

    public List<String> list(String attribute) {
        return get(attribute) instanceof List<?> list
                ? list.stream().map(String.class::cast).toList()
                : List.of();
    }

    /** Attributes that have a value, by name. */
    public SortedMap<String, Object> attributes() {
        SortedMap<String, Object> attributes = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                attributes.put(kind.attributes().get(i).name(), value);
            }
        }
        return Collections.unmodifiableSortedMap(attributes);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && path.equals(fact.path) && Arrays.equals(values, fact.values);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path + " " + attributes();
    }
}
