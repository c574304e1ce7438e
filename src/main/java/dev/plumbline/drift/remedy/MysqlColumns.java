package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.LOSES_VALUES;
import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns of MySQL and MariaDB, and their places. */
final class MysqlColumns {

    private static final Pattern MOMENT = Pattern.compile("'(?!0000-)");
    private static final String UTC =
            "a moment that a timestamp begins with is in UTC here: SET time_zone = '+00:00' before this is run";

    private final MysqlDialect sql;

    MysqlColumns(MysqlDialect sql) {
        this.sql = sql;
    }

    private static final Pattern PLAIN_DEFAULT = Pattern.compile(
            "'.*'|[bx]'[^']*'|0x[0-9a-f]+|-?[0-9.]+(e[-+]?[0-9]+)?|NULL|CURRENT_TIMESTAMP(\\(\\d\\))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> TEXTUAL =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

    private final Set<String> columnsDone = new HashSet<>();

    String definition(Fact column, boolean stateCollation) {
        StringBuilder text =
                new StringBuilder(sql.quote(column.name())).append(' ').append(text(column, "type"));
        Optional<Fact> table = sql.expected.find(in(column.path(), "table"));
        Optional<String> collation = column.text("collation");
        boolean stated = column.isTrue("collation_stated") || (stateCollation && holdsText(column));
        if (collation.isEmpty() && stated) {
            collation = table.flatMap(t -> t.text("collation"));
        }
        boolean json = text(column, "type").equals("json");
        if (!json) {
            collation.ifPresent(c -> text.append(" COLLATE ").append(sql.quote(c)));
        }
        column.text("compression").ifPresent(c -> text.append(sql.mariadb ? " COMPRESSED" : ""));
        Optional<String> generated = column.text("generated");
        if (generated.isPresent()) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(introduced(column, generated.get()))
                    .append(") ")
                    .append(text(column, "generated_kind").toUpperCase(Locale.ROOT));
            text.append(column.isTrue("nullable") || sql.mariadb ? "" : " NOT NULL");
        } else {
            text.append(column.isTrue("nullable") ? " NULL" : " NOT NULL");
            column.text("default")
                    .map(d -> introduced(column, d))
                    .ifPresent(d -> text.append(" DEFAULT ")
                            .append(PLAIN_DEFAULT.matcher(d).matches() ? d : "(" + d + ")"));
            if (text(column, "type").startsWith("timestamp")
                    && MOMENT.matcher(text(column, "default")).lookingAt()) {
                sql.tables.edit(column.path()).notes.add(UTC);
            }
            column.text("on_update").ifPresent(u -> text.append(" ON UPDATE ").append(u));
            text.append(column.text("identity").isPresent() ? " AUTO_INCREMENT" : "");
        }
        if (column.get("srid") != null) {
            text.append(" SRID ").append(column.get("srid"));
        }
        if (column.isTrue("default_dropped")) {
            // No definition of a column says so.
            sql.statement(
                    Phase.CONSTRAINT,
                    "ALTER TABLE " + sql.whole(column.path()) + " ALTER COLUMN " + sql.quote(column.name())
                            + " DROP DEFAULT");
        }
        column.text("column_format")
                .ifPresent(f -> text.append(" COLUMN_FORMAT ").append(f));
        column.text("storage_medium").ifPresent(s -> text.append(" STORAGE ").append(s));
        text.append(column.isTrue("not_secondary") ? " NOT SECONDARY" : "");
        text.append(column.isTrue("invisible") ? " INVISIBLE" : "");
        text.append(Boolean.FALSE.equals(column.get("system_versioning")) ? " WITHOUT SYSTEM VERSIONING" : "");
        column.text("comment").ifPresent(c -> text.append(" COMMENT ").append(sql.literal(c)));
        column.text("engine_attribute")
                .ifPresent(a -> text.append(" ENGINE_ATTRIBUTE ").append(sql.literal(a)));
        column.text("secondary_engine_attribute")
                .ifPresent(a -> text.append(" SECONDARY_ENGINE_ATTRIBUTE ").append(sql.literal(a)));
        text.append(sql.engineOptions(column));
        if (sql.mariadb) {
            List<String> names = new ArrayList<>(column.path().names());
            sql.expected
                    .find(new FactPath("check_constraint", names))
                    .filter(c -> text(c, "level").equals("column"))
                    .ifPresent(c -> text.append(" CHECK (")
                            .append(text(c, "expression"))
                            .append(')'));
        }
        return text.toString();
    }

    /** A value with the character sets before its texts. */
    private String introduced(Fact column, String value) {
        return Introducers.in(value, map(column, "introducers")).orElseGet(() -> {
            sql.tables
                    .edit(column.path())
                    .notes
                    .add("before texts of " + column.name() + " stand character sets that are not repeated here");
            return value;
        });
    }

    /** A column in the collation of its table states none. */
    static boolean holdsText(Fact column) {
        return column.text("charset").isPresent() || TEXTUAL.contains(text(column, "base_type"));
    }

    /** {@code FIRST} or {@code AFTER} the column that is expected before it. */
    String place(Fact column) {
        List<Fact> all = sql.expected
                .find(in(column.path(), "table"))
                .map(t -> sql.expected.parts(t, "column"))
                .orElse(List.of());
        String before = "";
        for (Fact other : all) {
            if (other.path().equals(column.path())) {
                break;
            }
            before = other.name();
        }
        return before.isEmpty() ? " FIRST" : " AFTER " + sql.quote(before);
    }

    void modify(FactPath table, String column) {
        modify(table, column, false);
    }

    void modify(FactPath table, String column, boolean moved) {
        List<String> names = new ArrayList<>(table.names());
        names.add(column);
        sql.expected.find(new FactPath("column", names)).ifPresent(c -> {
            if (columnsDone.add(c.path().toString())) {
                // MySQL remembers that a collation was stated, and without one takes that which the table has
                // afterwards.
                String definition = definition(c, sql.mariadb);
                sql.tables.edit(c.path()).column(c, "MODIFY COLUMN " + definition + (moved ? place(c) : ""));
            }
        });
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        if (!sql.ofTable(path)) {
            // A view's columns follow from its definition.
            changes.clear();
            return;
        }
        boolean stored = text(before, "generated_kind").equals(text(after, "generated_kind"))
                && text(before, "generated").equals(text(after, "generated"));
        boolean virtual = text(before, "generated_kind").equals("virtual")
                || text(after, "generated_kind").equals("virtual");
        if (!stored && (virtual || after.text("generated").isEmpty())) {
            // A virtual column cannot become a stored one, nor a plain one a computed one that is virtual.
            if (columnsDone.add(path.toString())) {
                sql.tables.edit(path).drops.add("DROP COLUMN " + sql.quote(path.name()));
                sql.tables.edit(path).column(before, "ADD COLUMN " + definition(before, false) + place(before));
                if (after.text("generated").isEmpty()) {
                    sql.tables.edit(path).losses.add("column " + after.path() + ": " + LOSES_VALUES);
                }
            }
        } else {
            modify(in(path, "table"), path.name(), changes.containsKey("position"));
            boolean typed = changes.containsKey("type") || changes.containsKey("collation");
            if (typed
                    && before.text("generated").isEmpty()
                    && ((changes.containsKey("collation")
                                    && !text(after, "charset").equals(text(before, "charset")))
                            || Narrowing.may(text(after, "type"), text(before, "type")))) {
                sql.tables
                        .edit(path)
                        .losses
                        .add("column " + after.path() + ": values that do not fit are refused or changed");
            }
        }
        changes.clear();
    }
}
