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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's columns, with what CREATE TABLE cannot say of them. */
final class PostgresColumns {

    private final PostgresDialect sql;

    PostgresColumns(PostgresDialect sql) {
        this.sql = sql;
    }

    String definition(Fact column, boolean withNull) {
        StringBuilder text = new StringBuilder(text(column, "type"));
        sql.options.foreign(column, text);
        column.text("collation").ifPresent(c -> text.append(" COLLATE ").append(sql.types.collation(c)));
        if (column.text("generated").isPresent()) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(text(column, "generated"))
                    .append(") ")
                    .append(text(column, "generated_kind").toUpperCase(Locale.ROOT));
        } else if (column.text("identity").isPresent()) {
            text.append(' ').append(identity(column));
        } else {
            column.text("default").ifPresent(d -> text.append(" DEFAULT ").append(d));
        }
        if (withNull && !column.isTrue("nullable")) {
            column.text("not_null_name")
                    .ifPresent(n -> text.append(" CONSTRAINT ").append(sql.quote(n)));
            text.append(" NOT NULL").append(noInherit(column));
        }
        return text.toString();
    }

    private static String noInherit(Fact column) {
        return Boolean.FALSE.equals(column.get("not_null_inherited")) ? " NO INHERIT" : "";
    }

    private String identity(Fact column) {
        List<String> options = new ArrayList<>();
        column.text("identity_sequence")
                .ifPresent(s -> options.add("SEQUENCE NAME "
                        + sql.name(List.of(column.path().names().get(0), s))));
        map(column, "identity_options").forEach((k, v) -> options.add(identityOption(k, v)));
        options.removeIf(String::isEmpty);
        return "GENERATED " + text(column, "identity").toUpperCase(Locale.ROOT) + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private static String identityOption(String name, String value) {
        return switch (name) {
            case "start" -> "START WITH " + value;
            case "increment" -> "INCREMENT BY " + value;
            case "minimum" -> "MINVALUE " + value;
            case "maximum" -> "MAXVALUE " + value;
            case "cache" -> "CACHE " + value;
            case "cycle" -> "CYCLE";
            default -> "";
        };
    }

    void create(Fact column, boolean withParent) {
        String table = sql.whole(column.path());
        boolean inherited = column.isTrue("inherited") || sql.tables.partition(column);
        boolean inTable = sql.expected.find(in(column.path(), "table")).isPresent();
        if (!withParent && !inherited && inTable) {
            sql.script.note(
                    Phase.COLUMN,
                    "ALTER TABLE " + table + " ADD COLUMN " + sql.quote(column.name()) + " " + definition(column, true),
                    "a new column stands last");
        }
        if (!withParent || inTable) {
            settings(column);
        }
        sql.comment(column, column.path());
    }

    /** What CREATE TABLE cannot say. */
    private void settings(Fact column) {
        String alter = alter(column);
        column.text("storage").ifPresent(s -> sql.statement(Phase.COMMENT, alter + " SET STORAGE " + s));
        column.text("compression").ifPresent(c -> sql.statement(Phase.COMMENT, alter + " SET COMPRESSION " + c));
        if (column.get("statistics_target") != null) {
            sql.statement(Phase.COMMENT, alter + " SET STATISTICS " + column.get("statistics_target"));
        }
        sql.options.change(alter, map(column, "options"), Map.of(), "");
        ofSequence(column, map(column, "identity_options"), Map.of());
    }

    private String alter(Fact column) {
        return "ALTER TABLE " + sql.whole(column.path()) + " ALTER COLUMN " + sql.quote(column.name());
    }

    void drop(Fact column, FactPath path) {
        boolean inTable = sql.actual.find(in(column.path(), "table")).isPresent();
        if (column.isTrue("inherited") || sql.tables.partition(column) || !inTable) {
            return;
        }
        String drop = "ALTER TABLE " + sql.whole(path) + " DROP COLUMN " + sql.quote(path.name());
        if (column.text("generated").isPresent()) {
            sql.statement(Phase.DROP_COLUMN, drop);
        } else {
            sql.script.destroy(Phase.DROP_COLUMN, drop, LOSES_VALUES);
        }
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        Optional<Fact> above = sql.tables
                .parent(in(after.path(), "table"))
                .flatMap(p ->
                        sql.actual.find(new FactPath("column", List.of(p.names().get(0), p.name(), after.name()))));
        if (above.isPresent()) {
            // What is done to the table above reaches the ones below it.
            Optional<Fact> wanted = sql.expected.find(above.get().path());
            changes.keySet()
                    .removeIf(a -> Set.of("type", "default", "nullable", "collation", "storage", "statistics_target")
                                    .contains(a)
                            && Objects.equals(above.get().get(a), after.get(a))
                            && wanted.map(w -> Objects.equals(w.get(a), before.get(a)))
                                    .orElse(true));
        }
        String alter = alter(before);
        if (changes.containsKey("generated") || changes.containsKey("generated_kind")) {
            generated(before, after, alter, changes);
        }
        boolean retyped = changes.remove("type") != null;
        boolean collated = changes.remove("collation") != null;
        boolean defaulted = changes.remove("default") != null;
        if (retyped || collated) {
            if (after.text("default").isPresent()) {
                sql.statement(Phase.COLUMN, alter + " DROP DEFAULT");
                defaulted = true;
            }
            retype(before, after, alter, collated);
        }
        if (defaulted
                && before.text("generated").isEmpty()
                && after.text("generated").isEmpty()) {
            sql.statement(
                    Phase.COLUMN,
                    alter + before.text("default").map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
        }
        nullable(before, after, alter, changes);
        identityChange(before, after, alter, changes);
        if (changes.remove("storage") != null) {
            sql.script.note(
                    Phase.COMMENT,
                    alter + " SET STORAGE " + before.text("storage").orElse("DEFAULT"),
                    before.text("storage").isPresent() ? "" : "PostgreSQL 16 or later");
        }
        if (changes.remove("compression") != null) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " SET COMPRESSION " + before.text("compression").orElse("default"));
        }
        if (changes.remove("statistics_target") != null) {
            Object target = before.get("statistics_target");
            sql.statement(Phase.COMMENT, alter + " SET STATISTICS " + (target == null ? "-1" : target));
        }
        if (changes.remove("options") != null) {
            sql.options.change(alter, map(before, "options"), map(after, "options"), "");
        }
    }

    private void generated(Fact before, Fact after, String alter, Map<String, Change> changes) {
        if (before.text("generated").isEmpty()) {
            sql.statement(Phase.COLUMN, alter + " DROP EXPRESSION");
        } else {
            drop(after, before.path());
            create(before, false);
            List.of("type", "collation", "nullable", "default").forEach(changes::remove);
        }
        changes.remove("generated");
        changes.remove("generated_kind");
    }

    private void retype(Fact before, Fact after, String alter, boolean collated) {
        String from = text(after, "type");
        String to = text(before, "type");
        String collation = before.text("collation")
                .map(c -> " COLLATE " + sql.types.collation(c))
                .orElse(collated ? " COLLATE \"default\"" : "");
        boolean sameBase = from.replaceAll("\\(.*", "").equals(to.replaceAll("\\(.*", ""));
        boolean wider = !Narrowing.may(from, to);
        String using = sameBase || wider ? "" : " USING " + sql.quote(before.name()) + "::" + to;
        String text = alter + " TYPE " + to + collation + using;
        if (wider) {
            sql.statement(Phase.COLUMN, text);
        } else {
            sql.script.destroy(Phase.COLUMN, text, "values that do not fit are refused or changed");
        }
    }

    private void nullable(Fact before, Fact after, String alter, Map<String, Change> changes) {
        String table = "ALTER TABLE " + sql.whole(before.path());
        Optional<String> named = before.text("not_null_name");
        if (changes.remove("nullable") != null) {
            changes.remove("not_null_name");
            changes.remove("not_null_validated");
            changes.remove("not_null_inherited");
            if (before.isTrue("nullable")) {
                sql.statement(Phase.DROP_COLUMN, alter + " DROP NOT NULL");
            } else if (named.isPresent()) {
                sql.statement(
                        Phase.COLUMN,
                        table + " ADD CONSTRAINT " + sql.quote(named.get()) + " NOT NULL " + sql.quote(before.name())
                                + noInherit(before));
            } else {
                sql.statement(Phase.COLUMN, alter + " SET NOT NULL");
            }
        } else if (changes.remove("not_null_name") != null) {
            String usual = "_" + before.name() + "_not_null";
            List<String> names = before.path().names();
            String there =
                    after.text("not_null_name").orElse(after.path().names().get(1) + usual);
            sql.statement(
                    Phase.COLUMN,
                    table + " RENAME CONSTRAINT " + sql.quote(there) + " TO "
                            + sql.quote(named.orElse(names.get(1) + usual)));
        }
    }

    private void identityChange(Fact before, Fact after, String alter, Map<String, Change> changes) {
        boolean had = after.text("identity").isPresent();
        if (before.text("identity").isEmpty()) {
            if (changes.remove("identity") != null) {
                // Before a default takes its place, and before NULL is allowed.
                sql.statement(Phase.DROP_CONSTRAINT, alter + " DROP IDENTITY");
            }
        } else if (!had) {
            changes.remove("identity");
            sql.statement(Phase.CONSTRAINT, alter + " ADD " + identity(before));
        } else {
            if (changes.remove("identity") != null) {
                sql.statement(
                        Phase.COLUMN,
                        alter + " SET GENERATED " + text(before, "identity").toUpperCase(Locale.ROOT));
            }
            if (changes.remove("identity_sequence") != null) {
                sql.statement(
                        Phase.RENAME,
                        "ALTER SEQUENCE "
                                + sql.name(List.of(before.path().names().get(0), text(after, "identity_sequence")))
                                + " RENAME TO " + sql.quote(text(before, "identity_sequence")));
            }
            if (changes.remove("identity_options") != null) {
                identityOptions(before, after, alter);
            }
        }
        if (before.text("identity").isPresent() != had) {
            changes.remove("identity_options");
            changes.remove("identity_sequence");
        }
    }

    private void identityOptions(Fact before, Fact after, String alter) {
        Map<String, String> wanted = map(before, "identity_options");
        Map<String, String> there = map(after, "identity_options");
        ofSequence(before, wanted, there);
        Map<String, String> usual = Map.of(
                "start",
                "START WITH " + wanted.getOrDefault("minimum", "1"),
                "increment",
                "INCREMENT BY 1",
                "minimum",
                "NO MINVALUE",
                "maximum",
                "NO MAXVALUE",
                "cache",
                "CACHE 1",
                "cycle",
                "NO CYCLE");
        usual.forEach((option, text) -> {
            String value = wanted.get(option);
            if (!Objects.equals(value, there.get(option))) {
                sql.statement(Phase.COLUMN, alter + " SET " + (value == null ? text : identityOption(option, value)));
            }
        });
    }

    /** What only a statement of the sequence's own can say. */
    private void ofSequence(Fact column, Map<String, String> wanted, Map<String, String> there) {
        String alter =
                "ALTER SEQUENCE " + sql.name(List.of(column.path().names().get(0), text(column, "identity_sequence")));
        if (!Objects.equals(wanted.get("type"), there.get("type"))) {
            sql.statement(Phase.COLUMN, alter + " AS " + wanted.getOrDefault("type", text(column, "type")));
        }
        if (!Objects.equals(wanted.get("unlogged"), there.get("unlogged"))) {
            sql.statement(Phase.COLUMN, alter + (wanted.containsKey("unlogged") ? " SET UNLOGGED" : " SET LOGGED"));
        }
    }
}
