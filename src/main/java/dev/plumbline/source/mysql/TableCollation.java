package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out a column's collation when it is the table's: whether the column states it too, no server remembers. */
final class TableCollation implements Normaliser {

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
            return fact.get("collation").equals(collations.get(Facts.table(fact))) ? Facts.with(fact, none) : fact;
        });
    }
}
