package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL's sequences, those of columns included. */
final class PostgresSequences {

    private final PostgresDialect sql;

    /** Columns by the text that names them, and sequences by what owns them; filled on the first question. */
    private final Map<String, String> columns = new HashMap<>();

    private final Map<String, List<Fact>> owned = new HashMap<>();

    PostgresSequences(PostgresDialect sql) {
        this.sql = sql;
    }

    void create(Fact fact, String name) {
        sql.statement(
                Phase.SEQUENCE,
                "CREATE " + (text(fact, "persistence").equals("unlogged") ? "UNLOGGED " : "") + "SEQUENCE " + name
                        + " AS " + text(fact, "type") + " INCREMENT BY " + text(fact, "increment") + " MINVALUE "
                        + text(fact, "minimum")
                        + (text(fact, "maximum").isEmpty() ? "" : " MAXVALUE " + text(fact, "maximum"))
                        + " START WITH " + text(fact, "start") + " CACHE " + text(fact, "cache")
                        + (fact.isTrue("cycle") ? " CYCLE" : ""));
        fact.text("owned_by")
                .ifPresent(
                        owner -> sql.statement(Phase.COMMENT, "ALTER SEQUENCE " + name + " OWNED BY " + column(owner)));
    }

    /** A column as text: {@code schema.table.column}. */
    private String column(String text) {
        if (columns.isEmpty()) {
            sql.expected.facts("column").forEach(c -> columns.putIfAbsent(plain(c), sql.name(c.path())));
        }
        int dot = text.lastIndexOf('.');
        String known = columns.get(text);
        return known != null
                ? known
                : sql.reference(text.substring(0, Math.max(0, dot))) + "." + sql.quote(text.substring(dot + 1));
    }

    private static String plain(Fact fact) {
        List<String> names = fact.path().names();
        return String.join(".", names.get(0).isEmpty() ? names.subList(1, names.size()) : names);
    }

    /** The sequences that come with a table or a column, since it owns them. */
    List<Fact> companions(Fact created) {
        if (!Set.of("table", "column").contains(created.kind().name())) {
            return List.of();
        }
        if (owned.isEmpty()) {
            for (Fact sequence : sql.expected.facts("sequence")) {
                String owner = text(sequence, "owned_by");
                int dot = owner.lastIndexOf('.');
                if (dot > 0 && sql.actual.find(sequence.path()).isEmpty()) {
                    owned.computeIfAbsent("column " + owner, o -> new ArrayList<>())
                            .add(sequence);
                    owned.computeIfAbsent("table " + owner.substring(0, dot), o -> new ArrayList<>())
                            .add(sequence);
                }
            }
        }
        return owned.getOrDefault(created.kind().name() + " " + plain(created), List.of());
    }

    void change(Fact before, Map<String, Change> changes) {
        String alter = "ALTER SEQUENCE " + sql.name(before.path());
        StringBuilder text = new StringBuilder();
        if (changes.remove("type") != null) {
            text.append(" AS ").append(text(before, "type"));
        }
        Map.of(
                        "increment",
                        "INCREMENT BY",
                        "minimum",
                        "MINVALUE",
                        "maximum",
                        "MAXVALUE",
                        "start",
                        "START WITH",
                        "cache",
                        "CACHE")
                .forEach((attribute, word) -> {
                    if (changes.remove(attribute) != null) {
                        text.append(' ').append(word).append(' ').append(text(before, attribute));
                    }
                });
        if (changes.remove("cycle") != null) {
            text.append(before.isTrue("cycle") ? " CYCLE" : " NO CYCLE");
        }
        if (!text.isEmpty()) {
            sql.statement(Phase.SEQUENCE, alter + text);
        }
        if (changes.remove("owned_by") != null) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " OWNED BY "
                            + before.text("owned_by").map(this::column).orElse("NONE"));
        }
        if (changes.remove("persistence") != null) {
            sql.statement(
                    Phase.COLUMN,
                    alter + (text(before, "persistence").equals("unlogged") ? " SET UNLOGGED" : " SET LOGGED"));
        }
    }
}
