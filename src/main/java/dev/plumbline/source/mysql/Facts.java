package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What normalisers do with facts. */
final class Facts {

    private Facts() {}

    static Stream<Fact> of(List<Fact> facts, String kind) {
        return facts.stream().filter(f -> is(f, kind));
    }

    static boolean is(Fact fact, String kind) {
        return fact.kind().name().equals(kind);
    }

    /** Schema and table of a part of a table. */
    static List<String> table(Fact fact) {
        return fact.path().names().subList(0, 2);
    }

    /** The same fact with other values; attributes that this engine's kind does not have are left alone. */
    static Fact with(Fact fact, Map<String, ? extends @Nullable Object> changes) {
        Kind kind = fact.kind();
        @Nullable Object[] values = new @Nullable Object[kind.attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fact.at(i);
        }
        changes.forEach((name, value) -> {
            OptionalInt slot = kind.slot(name);
            slot.ifPresent(i -> values[i] = value);
        });
        return Fact.ofSlots(kind, fact.path(), values);
    }

    static Fact at(Fact fact, FactPath path) {
        @Nullable
        Object[] values = new @Nullable Object[fact.kind().attributes().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fact.at(i);
        }
        return Fact.ofSlots(fact.kind(), path, values);
    }
}
