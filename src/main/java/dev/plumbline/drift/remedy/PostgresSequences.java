package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;

/** PostgreSQL's sequences, those of columns included. */
final class PostgresSequences {

    private final PostgresDialect sql;

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
        int dot = text.lastIndexOf('.');
        for (Fact column : sql.expected.facts("column")) {
            List<String> names = column.path().names();
            if ((names.get(0).isEmpty() ? "" : names.get(0) + ".")
                    .concat(names.get(1) + "." + names.get(2))
                    .equals(text)) {
                return sql.name(names);
            }
        }
        return sql.reference(text.substring(0, Math.max(0, dot))) + "." + sql.quote(text.substring(dot + 1));
    }

    List<Fact> companions(Fact created) {
        boolean owner =
                created.kind().name().equals("table") || created.kind().name().equals("column");
        if (!owner) {
            return List.of();
        }
        List<String> names = created.path().names();
        String plain =
                (names.get(0).isEmpty() ? "" : names.get(0) + ".") + String.join(".", names.subList(1, names.size()));
        return sql.expected.facts("sequence").stream()
                .filter(s -> sql.actual.find(s.path()).isEmpty())
                .filter(s -> text(s, "owned_by").equals(plain)
                        || (names.size() == 2 && text(s, "owned_by").startsWith(plain + ".")))
                .toList();
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
