package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keys, indexes and checks of MySQL and MariaDB. */
final class MysqlKeys {

    private final MysqlDialect sql;

    MysqlKeys(MysqlDialect sql) {
        this.sql = sql;
    }

    /** The check behind a period, which tells its columns. */
    private static final Pattern PERIOD = Pattern.compile("(`(?:[^`]|``)*`) < (`(?:[^`]|``)*`)");

    /** What the servers do not look at when they judge whether a key that goes is the one that comes, and so stays. */
    private static final Set<String> UNSEEN =
            Set.of("block_size", "engine_options", "parser", "secondary_engine_attribute", "stated_method");

    private static final String PRIMARY = "PRIMARY";

    /** The key of an index fact as a clause; columns are quoted, prefix lengths, orders and expressions stand as they are. */
    String clause(Fact index) {
        List<String> keys = index.list("keys");
        List<String> columns = index.list("columns");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            String column = i < columns.size() ? columns.get(i) : "";
            List<String> names = new ArrayList<>(index.path().names().subList(0, 2));
            names.add(column);
            boolean named = key.startsWith(column)
                    && sql.expected.find(new FactPath("column", names)).isPresent();
            parts.add(named ? sql.quote(column) + key.substring(column.length()) : expression(key));
        }
        String method = text(index, "method");
        String name = sql.quote(index.name()) + " ";
        String word = switch (method) {
            case "fulltext" -> "FULLTEXT KEY " + name;
            case "spatial" -> "SPATIAL KEY " + name;
            default ->
                index.name().equals(PRIMARY)
                        ? "PRIMARY KEY "
                        : (index.isTrue("unique") ? "UNIQUE KEY " : "KEY ") + name;
        };
        String period = period(index);
        if (!period.isEmpty() && parts.size() > 2) {
            // Its two columns are the period's.
            parts = new ArrayList<>(parts.subList(0, parts.size() - 2));
            parts.add(sql.quote(period) + " WITHOUT OVERLAPS");
        }
        String stated = index.text("stated_method").orElse(method.equals("hash") ? "HASH" : "");
        return word + "(" + String.join(", ", parts) + ")" + (stated.isEmpty() ? "" : " USING " + stated)
                + (index.get("block_size") instanceof Long size ? " KEY_BLOCK_SIZE = " + size : "")
                + (Boolean.FALSE.equals(index.get("visible")) ? sql.mariadb ? " IGNORED" : " INVISIBLE" : "")
                + index.text("comment").map(c -> " COMMENT " + sql.literal(c)).orElse("")
                + index.text("parser")
                        .filter(p -> !p.equals("built-in"))
                        .map(p -> " WITH PARSER " + sql.quote(p))
                        .orElse("")
                + index.text("secondary_engine_attribute")
                        .map(a -> " SECONDARY_ENGINE_ATTRIBUTE " + sql.literal(a))
                        .orElse("")
                + sql.engineOptions(index);
    }

    /** The period that the rows of a key may not share; empty if it has none. */
    private String period(Fact index) {
        return Stream.of("primary_key", "unique_constraint")
                .flatMap(kind ->
                        sql.expected.find(new FactPath(kind, index.path().names())).stream())
                .filter(constraint -> constraint.isTrue("without_overlaps"))
                .map(constraint -> text(constraint, "period"))
                .findFirst()
                .orElse("");
    }

    private static String expression(String key) {
        String descending = key.endsWith(" DESC") ? " DESC" : "";
        String text = key.substring(0, key.length() - descending.length());
        return (text.startsWith("(") ? text : "(" + text + ")") + descending;
    }

    Optional<Fact> index(Snapshot side, FactPath constraint) {
        return side.find(new FactPath("index", constraint.names()));
    }

    void add(Fact index) {
        sql.tables.edit(index.path()).keys.add("ADD " + clause(index));
    }

    void drop(FactPath path) {
        sql.tables
                .edit(path)
                .drops
                .add(path.name().equals(PRIMARY) ? "DROP PRIMARY KEY" : "DROP KEY " + sql.quote(path.name()));
    }

    void change(Fact before, Map<String, Change> changes) {
        FactPath path = before.path();
        if (changes.size() == 1 && changes.remove("visible") != null) {
            boolean visible = before.isTrue("visible");
            sql.tables
                    .edit(path)
                    .keys
                    .add("ALTER INDEX " + sql.quote(path.name())
                            + (sql.mariadb
                                    ? visible ? " NOT IGNORED" : " IGNORED"
                                    : visible ? " VISIBLE" : " INVISIBLE"));
            return;
        }
        if (changes.remove("valid") != null) {
            sql.statement(
                    Phase.COMMENT,
                    "ALTER TABLE " + sql.whole(path) + (before.isTrue("valid") ? " ENABLE KEYS" : " DISABLE KEYS"));
        }
        boolean engine = changes.containsKey("method")
                && changes.size() == 1
                && sql.expected
                        .find(in(path, "table"))
                        .flatMap(t -> sql.actual
                                .find(t.path())
                                .map(a -> !text(t, "engine").equals(text(a, "engine"))))
                        .orElse(false);
        if (!changes.isEmpty() && !engine) {
            drop(path);
            add(before);
            if (!Collections.disjoint(changes.keySet(), UNSEEN)) {
                sql.tables.edit(path).copies = true;
            }
        }
        changes.clear();
    }

    String check(Fact check) {
        Matcher period = PERIOD.matcher(text(check, "expression"));
        if (check.isTrue("period") && period.matches()) {
            return "PERIOD FOR " + sql.quote(check.name()) + " (" + period.group(1) + ", " + period.group(2) + ")";
        }
        return "CONSTRAINT " + sql.quote(check.name().replaceFirst("/(?:column|table)$", "")) + " CHECK ("
                + text(check, "expression") + ")"
                + (Boolean.FALSE.equals(check.get("enforced")) ? " NOT ENFORCED" : "");
    }

    static String action(String words, String action) {
        // A key that states no rule and one that states NO ACTION are two things to MariaDB.
        return switch (action) {
            case "NO ACTION", "" -> "";
            case "NO ACTION (stated)" -> words + "NO ACTION";
            default -> words + action;
        };
    }
}
