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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables of MySQL and MariaDB. What is done to one is one ALTER TABLE, since a key and the auto_increment column that needs
 * it cannot come or go one after the other. */
final class MysqlTables {

    private final MysqlDialect sql;

    MysqlTables(MysqlDialect sql) {
        this.sql = sql;
    }

    private static final Pattern PLAIN_OPTION = Pattern.compile("[A-Za-z0-9_.]+");

    private final Map<FactPath, Clauses> edits = new LinkedHashMap<>();

    Clauses edit(FactPath part) {
        return edits.computeIfAbsent(in(part, "table"), t -> new Clauses());
    }

    void finish() {
        edits.forEach((table, edit) -> {
            List<String> clauses = new ArrayList<>(edit.drops);
            clauses.addAll(edit.columns);
            clauses.addAll(edit.keys);
            if (!clauses.isEmpty()) {
                String text = "ALTER TABLE " + sql.name(table) + "\n  " + String.join(",\n  ", clauses);
                if (edit.losses.isEmpty()) {
                    sql.statement(Phase.COLUMN, text);
                } else {
                    sql.script.destroy(Phase.COLUMN, text, String.join("; ", edit.losses));
                }
            }
        });
    }

    boolean create(Fact table) {
        if (!Set.of("table", "system versioned").contains(text(table, "table_kind"))
                || map(table, "options").containsKey("text")) {
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
        if (table.text("connection").or(() -> table.text("unheeded_connection")).isPresent()) {
            // Account and password are not read.
            return false;
        }
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
        text.append(text(table, "table_kind").equals("table") ? "" : " WITH SYSTEM VERSIONING");
        sql.statement(Phase.TABLE, text.toString());
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
        if (!wanted.containsKey("text") && !there.containsKey("text") && changes.remove("options") != null) {
            wanted.forEach((k, v) -> {
                if (!v.equals(there.get(k))) {
                    edit.keys.add(option(k, v));
                }
            });
            there.keySet().stream()
                    .filter(k -> !wanted.containsKey(k))
                    .forEach(k -> edit.keys.add(option(k, usual(k))));
        }
        if (Set.of("table", "system versioned")
                        .containsAll(Set.copyOf(List.of(text(before, "table_kind"), text(after, "table_kind"))))
                && changes.remove("table_kind") != null) {
            if (text(before, "table_kind").equals("table")) {
                sql.script.destroy(
                        Phase.COLUMN,
                        "ALTER TABLE " + sql.name(before.path()) + " DROP SYSTEM VERSIONING",
                        "the history of rows is lost");
            } else {
                sql.statement(Phase.COLUMN, "ALTER TABLE " + sql.name(before.path()) + " ADD SYSTEM VERSIONING");
            }
        }
    }

    private String union(Fact table) {
        return "UNION = "
                + table.list("union").stream().map(sql::reference).collect(Collectors.joining(", ", "(", ")"));
    }

    private String option(String name, String value) {
        return (PLAIN_OPTION.matcher(name).matches() ? name.toUpperCase(Locale.ROOT) : sql.quote(name)) + " = "
                + (PLAIN_OPTION.matcher(value).matches() && !name.equals("encryption") ? value : sql.literal(value));
    }

    private static String usual(String option) {
        return option.startsWith("stats_") || option.equals("pack_keys") || option.equals("transactional")
                ? "DEFAULT"
                : "0";
    }

    /** The clauses of one ALTER TABLE. */
    static final class Clauses {
        final Set<String> drops = new LinkedHashSet<>();
        final Set<String> columns = new LinkedHashSet<>();
        final Set<String> keys = new LinkedHashSet<>();
        final Set<String> losses = new LinkedHashSet<>();
    }
}
