package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves of a view's columns only names and order, and says of all columns what they are columns of. Types, defaults
 * and comments of a view's columns follow from the tables below it, at the moment of asking; a change there is
 * reported there.
 */
final class ViewColumns implements Normaliser {

    private static final List<String> DERIVED = List.of(
            "type",
            "default",
            "on_update",
            "generated",
            "generated_kind",
            "collation",
            "charset",
            "comment",
            "srid",
            "compression",
            "identity");

    @Override
    public void apply(List<Fact> facts) {
        Set<List<String>> views = new HashSet<>();
        Facts.of(facts, "view").forEach(f -> views.add(f.path().names()));
        Set<List<String>> whole = new HashSet<>();
        Facts.of(facts, "column").map(Facts::table).filter(views::contains).forEach(whole::add);
        facts.replaceAll(
                fact -> Facts.is(fact, "view") && !whole.contains(fact.path().names())
                        ? Facts.with(fact, Map.of("valid", false))
                        : fact);
        Map<List<String>, String> kinds = new HashMap<>();
        Facts.of(facts, "table")
                .filter(f -> !f.text("table_kind").orElse("").equals("table"))
                .forEach(f -> kinds.put(f.path().names(), f.text("table_kind").orElse("")));
        Map<String, @Nullable Object> bare = new HashMap<>();
        DERIVED.forEach(attribute -> bare.put(attribute, null));
        bare.put("nullable", true);
        bare.put("invisible", false);
        bare.put("default_dropped", false);
        bare.put("table_kind", "view");
        facts.replaceAll(fact -> {
            if (!Facts.is(fact, "column")) {
                return fact;
            }
            if (views.contains(Facts.table(fact))) {
                return Facts.with(fact, bare);
            }
            String kind = kinds.get(Facts.table(fact));
            return kind == null ? fact : Facts.with(fact, Map.of("table_kind", kind));
        });
    }
}
