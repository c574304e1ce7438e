package dev.plumbline.rule;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import dev.plumbline.source.Catalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes as facts, so that rules judge them like everything else. */
final class ChangeFacts {

    private ChangeFacts() {}

    /** The kind, declared in {@code catalog/meta/change.kind}. */
    static Kind kind() {
        return Catalog.load("meta").kinds().stream()
                .filter(k -> k.name().equals(FactModel.CHANGE))
                .findFirst()
                .orElseThrow();
    }

    static List<Fact> of(Drift drift) {
        Kind kind = kind();
        List<Fact> facts = new ArrayList<>();
        for (Change change : drift.changes()) {
            Map<String, @Nullable Object> values = new HashMap<>();
            values.put("type", change.type().word());
            values.put("kind", change.path().kind());
            values.put("object", change.path().toString());
            values.put("name", change.path().name());
            values.put("attribute", change.attribute());
            values.put("impact", change.impact().name().toLowerCase(Locale.ROOT));
            values.put("before", text(change.before()));
            values.put("after", text(change.after()));
            values.put("from", change.from().map(FactPath::toString).orElse(null));
            values.put("reason", change.reason());
            values.put("parts", (long) change.parts());
            facts.add(Fact.of(kind, path(change.path().toString(), change.type().word(), change.attribute()), values));
        }
        return List.copyOf(facts);
    }

    /** Unique within a drift: an object changes in an attribute, or as a whole, once. */
    static FactPath path(String object, String type, String attribute) {
        return FactPath.of(FactModel.CHANGE, object, attribute.isEmpty() ? type : type + " " + attribute);
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : value.toString();
    }
}
