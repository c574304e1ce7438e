package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Columns, and the keys they form. */
final class ColumnShape {

    private static final List<String> KEY_KINDS = List.of("partition_key", "clustering", "static", "regular");

    /** Cassandra has no order of columns but that of keys; the rest is put in the order in which DESCRIBE shows it. */
    private static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(
                    row -> KEY_KINDS.indexOf(row.text("key_kind")))
            .thenComparing(row -> row.number("key_position"))
            .thenComparing(row -> row.text("column"));

    private final Answers answers;
    private final Map<List<String>, List<Row>> byTable = new HashMap<>();
    private final Map<List<String>, String> tableKinds = new HashMap<>();
    private final Map<List<String>, String> masks = new HashMap<>();
    private final MaskArgument constants;

    ColumnShape(Answers answers) {
        this.answers = answers;
        this.constants = new MaskArgument(new CqlTypes(answers.inScope("type.cql")));
        Set<List<String>> staticCompact = new HashSet<>();
        answers.inScope("materialized_view.cql")
                .forEach(row -> tableKinds.put(key(row, row.text("view")), "materialized_view"));
        for (Row row : answers.inScope("table.cql")) {
            List<String> flags = row.list("flags");
            tableKinds.put(key(row, row.text("table")), TableShape.tableKind(flags));
            if (TableShape.isCompact(flags) && !flags.contains("dense") && !flags.contains("super")) {
                staticCompact.add(key(row, row.text("table")));
            }
        }
        for (Row row : answers.inScope("column.cql")) {
            List<String> table = key(row, row.text("table"));
            Row column = staticCompact.contains(table) ? asWritten(row) : row;
            if (!hidden(column, tableKinds.getOrDefault(table, ""))) {
                byTable.computeIfAbsent(table, t -> new ArrayList<>()).add(column);
            }
        }
        byTable.values().forEach(columns -> columns.sort(ORDER));
        answers.inScope("column+mask.cql")
                .forEach(row -> masks.put(key(row, row.text("table"), row.text("column")), mask(row)));
    }

    private static List<String> key(Row row, String... names) {
        return Stream.concat(Stream.of(row.text("schema")), Stream.of(names)).toList();
    }

    /**
     * A compact table without clustering stores its columns as static ones beside two that nobody declared; as
     * DESCRIBE does, show what was written.
     */
    private static Row asWritten(Row row) {
        Map<String, Object> values = new HashMap<>(row.values());
        values.put(
                "key_kind",
                switch (row.text("key_kind")) {
                    case "static" -> "regular";
                    case "partition_key" -> "partition_key";
                    default -> "hidden";
                });
        return new Row(values);
    }

    /**
     * The value column of a compact table that has keys only has no type. It stays when the table becomes an ordinary
     * one, and then everybody sees it.
     */
    private static boolean hidden(Row row, String tableKind) {
        return row.text("key_kind").equals("hidden")
                || (tableKind.startsWith("compact") && row.text("type").equals("empty"));
    }

    private String mask(Row row) {
        List<String> types = row.list("types");
        List<String> values = row.list("values");
        List<String> nulls = row.list("nulls");
        String function = row.text("function_keyspace");
        String schema = answers.scope().name(function);
        List<String> arguments = IntStream.range(0, types.size())
                .mapToObj(i -> {
                    String value = nulls.get(i).equals("true")
                            ? "null"
                            : constants.literal(row.text("schema"), types.get(i), values.get(i));
                    // Users' own functions may share a name: the type says which of them it is.
                    return Scope.isSystem(function) ? value : "(" + types.get(i) + ") " + value;
                })
                .toList();
        return (schema.isEmpty() ? "" : Identifier.quoted(schema) + ".") + Identifier.quoted(row.text("function_name"))
                + "(" + String.join(", ", arguments) + ")";
    }

    Stream<Fact> facts() {
        return byTable.entrySet().stream().flatMap(entry -> {
            List<Row> columns = entry.getValue();
            String tableKind = tableKinds.getOrDefault(entry.getKey(), "table");
            Stream<Fact> facts =
                    IntStream.range(0, columns.size()).mapToObj(i -> column(columns.get(i), i + 1, tableKind));
            return tableKind.equals("materialized_view") ? facts : Stream.concat(facts, Stream.of(primaryKey(columns)));
        });
    }

    private Fact column(Row row, int position, String tableKind) {
        Map<String, Object> worked = new HashMap<>();
        worked.put("position", position);
        worked.put("table_kind", tableKind);
        worked.put("static", row.text("key_kind").equals("static"));
        worked.put("clustering_order", order(row));
        worked.put("key_position", isKey(row) ? row.number("key_position") + 1 : null);
        // A view's column is masked as the table's is, whenever that changes.
        boolean own = !tableKind.equals("materialized_view");
        worked.put("mask", own ? masks.get(key(row, row.text("table"), row.text("column"))) : null);
        return answers.fact("column", row, worked, List.of(answers.schema(row), row.text("table"), row.text("column")));
    }

    private static boolean isKey(Row row) {
        return row.text("key_kind").equals("partition_key") || isClustering(row);
    }

    private static boolean isClustering(Row row) {
        return row.text("key_kind").equals("clustering");
    }

    private static @Nullable String order(Row row) {
        return isClustering(row) ? row.text("clustering_order").toUpperCase(Locale.ROOT) : null;
    }

    private Fact primaryKey(List<Row> columns) {
        Row first = columns.get(0);
        List<String> names = columns.stream()
                .filter(ColumnShape::isKey)
                .map(row -> row.text("column"))
                .toList();
        return answers.fact(
                "primary_key",
                new Row(Map.of()),
                Map.of("columns", names),
                List.of(answers.schema(first), first.text("table"), "primary"));
    }

    /** Names of the columns of the partition key. */
    List<String> partitionKey(Row table, String name) {
        return columns(table, name)
                .filter(row -> row.text("key_kind").equals("partition_key"))
                .map(row -> row.text("column"))
                .toList();
    }

    /** Names of the columns of the clustering key, with their order. */
    List<String> clusteringKey(Row table, String name) {
        return columns(table, name)
                .filter(ColumnShape::isClustering)
                .map(row -> row.text("column") + " " + order(row))
                .toList();
    }

    private Stream<Row> columns(Row table, String name) {
        return byTable.getOrDefault(key(table, name), List.of()).stream();
    }
}
