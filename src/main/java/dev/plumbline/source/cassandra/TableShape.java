package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tables and materialized views: their keys and options. */
final class TableShape {

    private final Answers answers;
    private final ColumnShape columns;
    private final Map<List<String>, Map<String, String>> dropped = new HashMap<>();

    TableShape(Answers answers, ColumnShape columns) {
        this.answers = answers;
        this.columns = columns;
        for (Row row : answers.inScope("table+dropped.cql")) {
            String type = row.text("type");
            dropped.computeIfAbsent(List.of(row.text("schema"), row.text("table")), table -> new TreeMap<>())
                    .put(row.text("column"), row.text("key_kind").equals("static") ? type + " static" : type);
        }
    }

    static boolean isCompact(List<String> flags) {
        return !flags.contains("compound") || flags.contains("dense") || flags.contains("super");
    }

    static String tableKind(List<String> flags) {
        if (isCompact(flags)) {
            return flags.contains("counter") ? "compact counter" : "compact";
        }
        return flags.contains("counter") ? "counter" : "table";
    }

    Stream<Fact> facts() {
        return Stream.concat(
                answers.inScope("table.cql").stream().map(this::table),
                answers.inScope("materialized_view.cql").stream().map(this::view));
    }

    private Fact table(Row row) {
        Map<String, Object> worked = options(row, row.text("table"));
        worked.put("table_kind", tableKind(row.list("flags")));
        worked.put("dropped_columns", dropped.getOrDefault(List.of(row.text("schema"), row.text("table")), Map.of()));
        return answers.fact("table", row, worked, List.of(answers.schema(row), row.text("table")));
    }

    private Fact view(Row row) {
        Map<String, Object> worked = options(row, row.text("view"));
        worked.put("base_table", answers.scope().reference(row.text("schema"), row.text("base_table")));
        return answers.fact("materialized_view", row, worked, List.of(answers.schema(row), row.text("view")));
    }

    /**
     * Options without the values that the server writes into every table: since it always writes them, leaving them
     * out makes no two tables equal that are not.
     */
    private Map<String, Object> options(Row row, String name) {
        Map<String, Object> worked = new HashMap<>();
        worked.put("partition_columns", columns.partitionKey(row, name));
        worked.put("clustering_columns", columns.clusteringKey(row, name));
        worked.put("comment", row.text("comment").isEmpty() ? null : row.text("comment"));
        worked.put("speculative_retry", retry(row.text("speculative_retry")));
        worked.put("additional_write_policy", retry(row.text("additional_write_policy")));
        Map<String, String> compaction = row.map("compaction");
        String strategy = JavaClass.shortName(taken(compaction, "class"));
        worked.put("compaction", strategy);
        if (!strategy.equals("UnifiedCompactionStrategy")) {
            compaction.remove("min_threshold", "4");
            compaction.remove("max_threshold", "32");
        }
        worked.put("compaction_options", compaction);
        Map<String, String> compression = row.map("compression");
        String compressor = JavaClass.shortName(taken(compression, "class"));
        worked.put("compression", compressor.isEmpty() ? "none" : compressor);
        compression.remove("enabled", "false");
        compression.remove("chunk_length_in_kb", "16");
        worked.put("compression_options", compression);
        Map<String, String> caching = row.map("caching");
        caching.remove("keys", "ALL");
        caching.remove("rows_per_partition", "NONE");
        worked.put("caching", caching);
        return worked;
    }

    private static String taken(Map<String, String> options, String name) {
        String value = options.remove(name);
        return value == null ? "" : value;
    }

    /** 99PERCENTILE, 99.0p and 99p are one policy; so are 50.0ms and 50MS, and NONE and NEVER. */
    static String retry(String policy) {
        String text = policy.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("percentile", "p")
                .replaceAll("(\\d+)\\.0+(?=p|ms)", "$1")
                .replace(" ", "");
        return switch (text) {
            case "none", "never" -> "NEVER";
            case "always" -> "ALWAYS";
            default -> text.replace("min(", "MIN(").replace("max(", "MAX(");
        };
    }
}
