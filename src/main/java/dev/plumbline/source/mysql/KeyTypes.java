package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives foreign keys the types of their columns on both sides, where all of them were read. */
final class KeyTypes implements Normaliser {

    @Override
    public void apply(List<Fact> facts) {
        Map<List<String>, String> types = new HashMap<>();
        if (Facts.of(facts, "foreign_key").findAny().isEmpty()) {
            return;
        }
        Facts.of(facts, "column")
                .forEach(f -> types.put(f.path().names(), f.text("type").orElse("")));
        facts.replaceAll(fact -> {
            if (!Facts.is(fact, "foreign_key")) {
                return fact;
            }
            String schema = fact.text("referenced_schema").orElse("");
            String table = fact.text("referenced_table").orElse("");
            String name = schema.isEmpty() ? table : table.substring(schema.length() + 1);
            List<String> own = Facts.table(fact);
            List<String> mine = types(types, own.get(0), own.get(1), fact.list("columns"));
            List<String> theirs = types(types, schema, name, fact.list("referenced_columns"));
            return mine.isEmpty() || theirs.isEmpty()
                    ? fact
                    : Facts.with(fact, Map.of("column_types", mine, "referenced_column_types", theirs));
        });
    }

    /** Empty if one of them is not known. */
    private static List<String> types(
            Map<List<String>, String> types, String schema, String table, List<String> columns) {
        List<String> found = columns.stream()
                .map(column -> types.getOrDefault(List.of(schema, table, column), ""))
                .toList();
        return found.contains("") ? List.of() : found;
    }
}
