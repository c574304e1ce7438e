package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of MySQL and MariaDB. What is done to one is one ALTER TABLE, since a key and the auto_increment column that needs
 * it cannot come or go one after the other. */
final class MysqlTables {

    private final MysqlDialect sql;

    MysqlTables(MysqlDialect sql) {
        this.sql = sql;
        this.partitions = new MysqlPartitions(sql);
    }

    private static final Set<String> KINDS = Set.of("table", "partitioned", "system versioned");

    private static final Set<String> NUMBERS =
            Set.of("avg_row_length", "checksum", "delay_key_write", "key_block_size", "max_rows", "min_rows");

    private static final Pattern PLAIN_ADDRESS = Pattern.compile("[\\p{L}\\p{N} .:/'=-]*");

    private static final Pattern PLAIN_OPTION = Pattern.compile("[A-Za-z0-9_.]+");

    private final MysqlPartitions partitions;
    private final Map<FactPath, Clauses> edits = new LinkedHashMap<>();

    Clauses edit(FactPath part) {
        return edits.computeIfAbsent(in(part, "table"), t -> new Clauses());
    }

    void finish() {
        edits.forEach((table, edit) -> {
            List<String> clauses = new ArrayList<>(edit.drops);
            clauses.addAll(edit.columns.values());
            clauses.addAll(edit.keys);
            if (edit.copies) {
                clauses.add("ALGORITHM = COPY");
            }
            if (!clauses.isEmpty() || !edit.partitions.isEmpty()) {
                String text = keepingHistory(table) + "ALTER TABLE " + sql.name(table)
                        + (clauses.isEmpty() ? "" : "\n  " + String.join(",\n  ", clauses))
                        + (edit.partitions.isEmpty() ? "" : "\n  " + edit.partitions);
                if (edit.losses.isEmpty()) {
                    sql.script.note(Phase.COLUMN, text, String.join("; ", edit.notes));
                } else {
                    edit.losses.addAll(edit.notes);
                    sql.script.destroy(Phase.COLUMN, text, String.join("; ", edit.losses));
                }
            }
        });
    }

    /** MariaDB changes no table that keeps the history of its rows, unless it is told that this may be changed too. */
    private String keepingHistory(FactPath table) {
        boolean keeps = Stream.of(sql.expected, sql.actual)
                .flatMap(side -> side.find(table).stream())
                .anyMatch(MysqlTables::versioned);
        return keeps ? "SET STATEMENT system_versioning_alter_history = KEEP FOR " : "";
    }

    private static boolean versioned(Fact table) {
        return text(table, "table_kind").equals("system versioned");
    }

    /** Says anew how an expected table is divided. */
    void divide(FactPath table) {
        Fact expected = sql.expected.find(table).orElse(null);
        if (expected == null) {
            return;
        }
        if (MysqlPartitions.has(expected)) {
            edits.computeIfAbsent(table, t -> new Clauses()).partitions = partitions.clause(expected);
        } else {
            undivide(table);
        }
    }

    private void undivide(FactPath table) {
        sql.statement(Phase.DROP_CONSTRAINT, "ALTER TABLE " + sql.name(table) + " REMOVE PARTITIONING");
    }

    boolean create(Fact table) {
        if (!KINDS.contains(text(table, "table_kind")) || map(table, "options").containsKey("text")) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        sql.expected.parts(table, "column").forEach(c -> lines.add(sql.columns.definition(c, false)));
        // The index behind a foreign key has its name; the key finds it there and makes no other.
        sql.expected.parts(table, "index").forEach(i -> lines.add(sql.keys.clause(i)));
        sql.expected.parts(table, "check_constraint").stream()
                .filter(c -> !text(c, "level").equals("column"))
                .forEach(c -> lines.add(sql.keys.check(c)));
        StringBuilder text = new StringBuilder("CREATE TABLE ")
                .append(sql.name(table.path()))
                .append(" (\n  ")
                .append(String.join(",\n  ", lines))
                .append("\n)");
        table.text("engine").ifPresent(e -> text.append(" ENGINE = ").append(sql.quote(e)));
        table.text("collation")
                .ifPresent(c -> text.append(" DEFAULT COLLATE = ").append(sql.quote(c)));
        table.text("row_format")
                .filter(PLAIN_OPTION.asMatchPredicate())
                .ifPresent(r -> text.append(" ROW_FORMAT = ").append(r));
        if (table.text("connection").isPresent() || unknowable(table)) {
            // Account and password are not read.
            return false;
        }
        table.text("unheeded_connection")
                .ifPresent(c -> text.append(" CONNECTION = ").append(sql.literal(c)));
        map(table, "options").forEach((k, v) -> text.append(' ').append(option(k, v)));
        if (!table.list("union").isEmpty()) {
            text.append(' ').append(union(table));
        }
        table.text("insert_method")
                .filter(m -> !m.equals("NO"))
                .ifPresent(m -> text.append(" INSERT_METHOD = ").append(m));
        table.text("tablespace")
                .or(() -> table.text("stated_tablespace"))
                .ifPresent(t -> text.append(" TABLESPACE = ").append(sql.quote(t)));
        table.text("index_directory")
                .ifPresent(d -> text.append(" INDEX DIRECTORY = ").append(sql.literal(d)));
        table.text("secondary_engine")
                .ifPresent(e -> text.append(" SECONDARY_ENGINE = ").append(e));
        table.text("data_directory")
                .or(() -> table.text("rows_directory"))
                .ifPresent(d -> text.append(" DATA DIRECTORY = ").append(sql.literal(d)));
        if (table.get("autoextend_size") instanceof Long size) {
            text.append(" AUTOEXTEND_SIZE = ").append(size);
        }
        table.text("comment").ifPresent(c -> text.append(" COMMENT = ").append(sql.literal(c)));
        text.append(versioned(table) ? " WITH SYSTEM VERSIONING" : "");
        if (MysqlPartitions.has(table)) {
            text.append("\n").append(partitions.clause(table));
        }
        sql.script.note(
                Phase.TABLE,
                text.toString(),
                String.join("; ", edits.computeIfAbsent(table.path(), t -> new Clauses()).notes));
        return true;
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        Clauses edit = edits.computeIfAbsent(before.path(), t -> new Clauses());
        if (changes.remove("engine") != null) {
            edit.keys.add("ENGINE = " + sql.quote(text(before, "engine")));
        }
        if (changes.remove("collation") != null) {
            edit.keys.add("DEFAULT COLLATE = " + sql.quote(text(before, "collation")));
            sql.expected.parts(before, "column").stream()
                    .filter(c -> MysqlColumns.holdsText(c)
                            && sql.actual.find(c.path()).isPresent())
                    .forEach(c -> sql.columns.modify(before.path(), c.name()));
            if (!text(before, "charset").equals(text(after, "charset"))) {
                edit.losses.add(
                        "table " + before.path() + ": letters that the character set lacks are refused or changed");
            }
        }
        if (changes.remove("union") != null) {
            edit.keys.add(union(before));
        }
        if (changes.remove("insert_method") != null) {
            edit.keys.add("INSERT_METHOD = " + text(before, "insert_method"));
        }
        // Where a file is, no ALTER TABLE changes.
        if (changes.remove("tablespace") != null) {
            edit.keys.add("TABLESPACE = " + sql.quote(before.text("tablespace").orElse("innodb_file_per_table")));
        }
        if (before.text("stated_tablespace").isPresent() && changes.remove("stated_tablespace") != null) {
            edit.keys.add("TABLESPACE = " + sql.quote(text(before, "stated_tablespace")));
        }
        if (changes.containsKey("unheeded_connection") && !unknowable(before)) {
            changes.remove("unheeded_connection");
            edit.keys.add("CONNECTION = "
                    + sql.literal(before.text("unheeded_connection").orElse("")));
        }
        if (changes.remove("secondary_engine") != null) {
            edit.keys.add(
                    "SECONDARY_ENGINE = " + before.text("secondary_engine").orElse("NULL"));
        }
        if (changes.remove("autoextend_size") != null) {
            edit.keys.add("AUTOEXTEND_SIZE = "
                    + (before.get("autoextend_size") instanceof Long size ? size : Long.valueOf(0)));
        }
        if (changes.remove("comment") != null) {
            edit.keys.add("COMMENT = " + sql.literal(before.text("comment").orElse("")));
        }
        if (changes.remove("row_format") != null) {
            edit.keys.add("ROW_FORMAT = " + before.text("row_format").orElse("DEFAULT"));
        }
        Map<String, String> wanted = map(before, "options");
        Map<String, String> there = map(after, "options");
        if (!wanted.containsKey("text") && !there.containsKey("text") && changes.containsKey("options")) {
            wanted.forEach((k, v) -> {
                if (!v.equals(there.get(k))) {
                    edit.keys.add(option(k, v));
                }
            });
            List<String> gone =
                    there.keySet().stream().filter(k -> !wanted.containsKey(k)).toList();
            gone.forEach(k -> usual(k).ifPresent(value -> edit.keys.add(option(k, value))));
            if (gone.stream().allMatch(k -> usual(k).isPresent())) {
                changes.remove("options");
            }
        }
        kind(before, after, changes);
    }

    private void kind(Fact before, Fact after, Map<String, Change> changes) {
        if (KINDS.containsAll(List.of(text(before, "table_kind"), text(after, "table_kind")))
                && changes.remove("table_kind") != null) {
            if (versioned(after) && !versioned(before)) {
                if (text(after, "partition_method").equals("SYSTEM_TIME")) {
                    undivide(before.path());
                }
                sql.script.destroy(
                        Phase.COLUMN,
                        "ALTER TABLE " + sql.name(before.path()) + " DROP SYSTEM VERSIONING",
                        "the history of rows is lost");
            } else if (versioned(before) && !versioned(after)) {
                sql.statement(Phase.COLUMN, "ALTER TABLE " + sql.name(before.path()) + " ADD SYSTEM VERSIONING");
            }
        }
        if (changes.keySet().removeAll(MysqlPartitions.ATTRIBUTES)) {
            divide(before.path());
        }
    }

    /** Whether something may have been cut out of the address of what a table is connected to. */
    private static boolean unknowable(Fact table) {
        return table.text("unheeded_connection")
                .filter(c -> !PLAIN_ADDRESS.matcher(c).matches())
                .isPresent();
    }

    private String union(Fact table) {
        return "UNION = "
                + table.list("union").stream().map(sql::reference).collect(Collectors.joining(", ", "(", ")"));
    }

    private String option(String name, String value) {
        return (PLAIN_OPTION.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : sql.quote(name)) + " = "
                + (PLAIN_OPTION.matcher(value).matches() && !name.equals("encryption") ? value : sql.literal(value));
    }

    /** What an option has that is not stated; nothing if none can be written. */
    private Optional<String> usual(String option) {
        if (NUMBERS.contains(option)) {
            return Optional.of("0");
        }
        return sql.mariadb || option.startsWith("stats_") || option.equals("pack_keys")
                ? Optional.of("DEFAULT")
                : Optional.empty();
    }

    /** The clauses of one ALTER TABLE. */
    static final class Clauses {
        final Set<String> drops = new LinkedHashSet<>();
        private final SortedMap<Long, String> columns = new TreeMap<>();
        final Set<String> keys = new LinkedHashSet<>();
        final Set<String> losses = new LinkedHashSet<>();

        /** What else is to be known. */
        final Set<String> notes = new LinkedHashSet<>();

        /** Whether all is written anew, so that nothing is taken for what was there. */
        boolean copies;

        /** How the table is divided, if that is said. */
        String partitions = "";

        /** @param expected whose place counts, for a column may stand behind another that comes with it */
        void column(Fact expected, String clause) {
            long place = expected.get("position") instanceof Long position ? position : Long.MAX_VALUE;
            columns.merge(place, clause, (first, second) -> first + ",\n  " + second);
        }
    }
}
