package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out a column's collation when it is the table's; only then it matters whether the column states it, too. */
final class TableCollation implements Normaliser {

    private static final Map<String, @Nullable Object> STATED = Map.of("collation_stated", false);

    @Override
    public void apply(List<Fact> facts) {
        Map<List<String>, String> collations = new HashMap<>();
        Facts.of(facts, "table")
                .forEach(f -> f.text("collation")
                        .ifPresent(c -> collations.put(f.path().names(), c)));
        Map<String, @Nullable Object> none = new HashMap<>();
        none.put("collation", null);
        none.put("charset", null);
        facts.replaceAll(fact -> {
            if (!Facts.is(fact, "column") || fact.get("collation") == null) {
                return fact;
            }
            boolean same = fact.get("collation").equals(collations.get(Facts.table(fact)));
            return same ? Facts.with(fact, none) : Facts.with(fact, STATED);
        });
    }
}
