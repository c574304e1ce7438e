package dev.plumbline.source.mysql;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says of a table how it is divided, which the servers repeat with each partition. One that is divided by KEY () has no
 * word of it among its options in MySQL, so that it looked like one in the system tablespace.
 */
final class PartitionedTables implements Normaliser {

    @Override
    public void apply(List<Fact> facts) {
        Map<List<String>, Fact> first = new HashMap<>();
        Facts.of(facts, "partition").forEach(f -> first.putIfAbsent(Facts.table(f), f));
        if (first.isEmpty()) {
            return;
        }
        facts.replaceAll(fact -> {
            Fact partition = Facts.is(fact, "table") ? first.get(fact.path().names()) : null;
            if (partition == null) {
                return fact;
            }
            Map<String, @Nullable Object> changes = new HashMap<>();
            changes.put("partition_method", partition.get("method"));
            changes.put("partition_expression", partition.get("expression"));
            changes.put("subpartition_method", partition.get("subpartition_method"));
            changes.put("subpartition_expression", partition.get("subpartition_expression"));
            if (fact.text("table_kind").equals(Optional.of("table"))) {
                changes.put("table_kind", "partitioned");
                changes.put("tablespace", null);
                changes.put("shares_tablespace", false);
            }
            return Facts.with(fact, changes);
        });
    }
}
