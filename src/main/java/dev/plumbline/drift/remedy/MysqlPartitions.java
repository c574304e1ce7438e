package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a table of MySQL or MariaDB is divided, as one clause: whatever of it changed, all of it is said anew. */
final class MysqlPartitions {

    /** What a table has of it. */
    static final Set<String> ATTRIBUTES = Set.of(
            "partition_method",
            "partition_expression",
            "partition_algorithm",
            "partition_rotation",
            "subpartition_method",
            "subpartition_expression",
            "partitions_unnamed",
            "subpartitions_unnamed");

    /** A quoted text or name, which stays, or a word that may be the name of a column. */
    private static final Pattern WORD =
            Pattern.compile("`(?:[^`]|``)*`|'(?:[^'\\\\]|''|\\\\.)*'|[\\p{L}_$][\\p{L}\\p{N}_$]*(?!\\s*\\()");

    private final MysqlDialect sql;

    MysqlPartitions(MysqlDialect sql) {
        this.sql = sql;
    }

    static boolean has(Fact table) {
        return table.text("partition_method").isPresent();
    }

    /** {@code PARTITION BY …} of an expected table that is divided. */
    String clause(Fact table) {
        String method = text(table, "partition_method");
        StringBuilder text = new StringBuilder("PARTITION BY ");
        if (method.equals("SYSTEM_TIME")) {
            text.append(method)
                    .append(table.text("partition_rotation").map(r -> " " + r).orElse(""));
        } else {
            boolean old = table.get("partition_algorithm") instanceof Long algorithm && algorithm == 1;
            text.append(by(table, method, text(table, "partition_expression"), old));
        }
        List<Fact> partitions = sql.expected.parts(table, "partition");
        if (table.isTrue("partitions_unnamed")) {
            return text.append("\n  PARTITIONS ").append(partitions.size()).toString();
        }
        table.text("subpartition_method")
                .ifPresent(m -> text.append("\n  SUBPARTITION BY ")
                        .append(by(table, m, text(table, "subpartition_expression"), /* old= */ false)));
        boolean unnamed = table.isTrue("subpartitions_unnamed");
        if (unnamed && !partitions.isEmpty()) {
            text.append("\n  SUBPARTITIONS ")
                    .append(partitions.get(0).list("subpartitions").size());
        }
        List<String> lines = new ArrayList<>();
        for (Fact partition : partitions) {
            lines.add("PARTITION " + sql.quote(partition.name()) + values(method, partition)
                    + options(partition, unnamed) + (unnamed ? "" : subpartitions(partition)));
        }
        return text + "\n  (" + String.join(",\n   ", lines) + ")";
    }

    /** @param old whether rows are divided as before MySQL 5.5 */
    private String by(Fact table, String method, String expression, boolean old) {
        return method + (old ? " ALGORITHM = 1" : "") + " (" + quoted(table, expression) + ")";
    }

    /** The same with quotes around names of columns, which may be reserved words. */
    private String quoted(Fact table, String expression) {
        Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sql.expected.parts(table, "column").forEach(c -> columns.add(c.name()));
        return WORD.matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(
                        columns.contains(found.group()) ? sql.quote(found.group()) : found.group()));
    }

    private static String values(String method, Fact partition) {
        String description = text(partition, "description");
        if (method.equals("SYSTEM_TIME")) {
            return description.equals("CURRENT") ? " CURRENT" : " HISTORY";
        }
        if (partition.isTrue("takes_rest")) {
            return " DEFAULT";
        }
        if (description.isEmpty()) {
            return "";
        }
        return (method.startsWith("RANGE") ? " VALUES LESS THAN (" : " VALUES IN (") + description + ")";
    }

    private String options(Fact partition, boolean unnamed) {
        StringBuilder text = new StringBuilder();
        for (String number : List.of("max_rows", "min_rows")) {
            if (partition.get(number) instanceof Long rows && rows > 0) {
                text.append(' ')
                        .append(number.toUpperCase(Locale.ROOT))
                        .append(" = ")
                        .append(rows);
            }
        }
        partition
                .text("data_directory")
                .ifPresent(d -> text.append(" DATA DIRECTORY = ").append(sql.literal(d)));
        partition
                .text("index_directory")
                .ifPresent(d -> text.append(" INDEX DIRECTORY = ").append(sql.literal(d)));
        partition
                .text("stated_tablespace")
                .ifPresent(t -> text.append(" TABLESPACE = ").append(sql.quote(t)));
        // Where the server names the parts of a partition, it gives them its comment.
        partition
                .text("comment")
                .or(() -> partition.list("subpartition_comments").stream()
                        .findFirst()
                        .filter(c -> unnamed && !c.isEmpty()))
                .ifPresent(c -> text.append(" COMMENT = ").append(sql.literal(c)));
        return text.append(sql.engineOptions(partition)).toString();
    }

    private String subpartitions(Fact partition) {
        List<String> names = partition.list("subpartitions");
        if (names.isEmpty()) {
            return "";
        }
        List<String> comments = partition.list("subpartition_comments");
        Map<String, String> options = map(partition, "subpartition_options");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String option = options.getOrDefault(names.get(i), "");
            String comment = i < comments.size() ? comments.get(i) : "";
            lines.add("SUBPARTITION " + sql.quote(names.get(i)) + (option.isEmpty() ? "" : " " + option)
                    + (comment.isEmpty() ? "" : " COMMENT = " + sql.literal(comment)));
        }
        return "\n    (" + String.join(",\n     ", lines) + ")";
    }
}
