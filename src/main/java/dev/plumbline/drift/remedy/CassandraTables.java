package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;
import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.Change;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Options of Cassandra's keyspaces, tables and views, and their keys. */
final class CassandraTables {

    private final CassandraDialect sql;

    CassandraTables(CassandraDialect sql) {
        this.sql = sql;
    }

    /** Attributes that are options of the same name, with the name in CQL. */
    static final Map<String, String> NUMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("default_ttl", "default_time_to_live"),
            Map.entry("gc_grace_seconds", "gc_grace_seconds"),
            Map.entry("bloom_filter_fp_chance", "bloom_filter_fp_chance"),
            Map.entry("crc_check_chance", "crc_check_chance"),
            Map.entry("min_index_interval", "min_index_interval"),
            Map.entry("max_index_interval", "max_index_interval"),
            Map.entry("memtable_flush_period_millis", "memtable_flush_period_in_ms"),
            Map.entry("cdc", "cdc"),
            Map.entry("incremental_backups", "incremental_backups"),
            Map.entry("auto_snapshot", "allow_auto_snapshot")));

    static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "comment", "comment",
            "speculative_retry", "speculative_retry",
            "additional_write_policy", "additional_write_policy",
            "read_repair", "read_repair",
            "memtable", "memtable"));

    String literal(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> sql.literal(e.getKey()) + ": " + sql.literal(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    String replication(Fact keyspace) {
        Map<String, String> replication = new TreeMap<>();
        map(keyspace, "replication_factors")
                .forEach((k, v) -> replication.put(k.equals("*") ? "replication_factor" : k, v));
        replication.put("class", text(keyspace, "replication_strategy"));
        return "replication = " + literal(replication);
    }

    /** The options that differ from the usual ones, or from what is there. */
    List<String> options(Fact fact, Set<String> attributes) {
        List<String> options = new ArrayList<>();
        NUMBERS.forEach((attribute, option) -> {
            if (attributes.contains(attribute)) {
                options.add(option + " = " + text(fact, attribute));
            }
        });
        TEXTS.forEach((attribute, option) -> {
            if (attributes.contains(attribute)) {
                options.add(option + " = " + sql.literal(text(fact, attribute)));
            }
        });
        if (attributes.contains("compaction") || attributes.contains("compaction_options")) {
            options.add("compaction = " + literal(with(fact, "compaction_options", "class", text(fact, "compaction"))));
        }
        if (attributes.contains("compression") || attributes.contains("compression_options")) {
            boolean none = text(fact, "compression").equals("none");
            options.add("compression = "
                    + (none
                            ? "{'enabled': 'false'}"
                            : literal(with(fact, "compression_options", "class", text(fact, "compression")))));
        }
        if (attributes.contains("caching")) {
            Map<String, String> caching = new TreeMap<>(Map.of("keys", "ALL", "rows_per_partition", "NONE"));
            caching.putAll(map(fact, "caching"));
            options.add("caching = " + literal(caching));
        }
        return options;
    }

    static Map<String, String> with(Fact fact, String attribute, String key, String value) {
        Map<String, String> all = new TreeMap<>(map(fact, attribute));
        all.put(key, value);
        return all;
    }

    String with(Fact fact) {
        List<String> options = new ArrayList<>();
        List<String> clustering = fact.list("clustering_columns");
        if (clustering.stream().anyMatch(c -> c.endsWith(" DESC"))) {
            options.add("CLUSTERING ORDER BY "
                    + clustering.stream()
                            .map(c -> c.endsWith(" DESC")
                                    ? sql.quote(c.substring(0, c.length() - 5)) + " DESC"
                                    : sql.quote(c.replaceFirst(" ASC$", "")) + " ASC")
                            .collect(Collectors.joining(", ", "(", ")")));
        }
        options.addAll(options(fact, unusual(fact)));
        return options.isEmpty() ? "" : "\nWITH " + String.join("\n  AND ", options);
    }

    /** Attributes of a fact whose value is not the usual one, or that a new table would not have. */
    private static Set<String> unusual(Fact fact) {
        Set<String> unusual = new HashSet<>(unlikeOthers(fact));
        if (text(fact, "compaction").equals("LeveledCompactionStrategy")) {
            unusual.add("bloom_filter_fp_chance");
        }
        return unusual;
    }

    private static Set<String> unlikeOthers(Fact fact) {
        return fact.kind().attributes().stream()
                .filter(a -> a.compared()
                        && fact.get(a.name()) != null
                        && !Objects.equals(fact.get(a.name()), a.otherwise()))
                .map(a -> a.name())
                .collect(Collectors.toSet());
    }

    String key(Fact fact) {
        List<String> clustering = fact.list("clustering_columns").stream()
                .map(c -> sql.quote(c.replaceFirst(" (ASC|DESC)$", "")))
                .toList();
        return "PRIMARY KEY (" + sql.columns(fact.list("partition_columns"))
                + clustering.stream().map(c -> ", " + c).collect(Collectors.joining()) + ")";
    }

    /** A renamed key column shows in the keys too, and is mended by the rename. */
    void keysFollowRenames(Fact before, Fact after, Map<String, Change> changes) {
        for (String attribute : List.of("partition_columns", "clustering_columns")) {
            if (renamedOnly(
                    new FactPath("primary_key", List.of(before.path().names().get(0), before.name(), "")),
                    bare(before.list(attribute)),
                    bare(after.list(attribute)))) {
                changes.remove(attribute);
            }
        }
    }

    private static List<String> bare(List<String> columns) {
        return columns.stream().map(c -> c.replaceFirst(" (ASC|DESC)$", "")).toList();
    }

    boolean renamedOnly(FactPath key, List<String> before, List<String> after) {
        List<String> table = key.names().subList(0, 2);
        List<String> lost = without(before, after);
        return before.size() == after.size()
                && !lost.isEmpty()
                && lost.stream()
                        .allMatch(c -> sql.actual
                                .find(new FactPath("column", List.of(table.get(0), table.get(1), c)))
                                .isEmpty());
    }
}
