package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;

/** PostgreSQL's enums, composites and domains. */
final class PostgresTypes {

    private final PostgresDialect sql;

    PostgresTypes(PostgresDialect sql) {
        this.sql = sql;
    }

    boolean create(Fact fact, String name) {
        switch (text(fact, "type_kind")) {
            case "enum" ->
                sql.statement(
                        Phase.TYPE,
                        "CREATE TYPE " + name + " AS ENUM ("
                                + String.join(
                                        ", ",
                                        fact.list("labels").stream()
                                                .map(sql::literal)
                                                .toList()) + ")");
            case "composite" ->
                sql.statement(
                        Phase.TYPE, "CREATE TYPE " + name + " AS (" + String.join(", ", fact.list("fields")) + ")");
            case "domain" -> {
                StringBuilder text = new StringBuilder("CREATE DOMAIN " + name + " AS " + text(fact, "base_type"));
                fact.text("collation").ifPresent(c -> text.append(" COLLATE ").append(collation(c)));
                fact.text("default").ifPresent(d -> text.append(" DEFAULT ").append(d));
                text.append(fact.isTrue("nullable") ? "" : " NOT NULL");
                map(fact, "checks")
                        .forEach((check, expression) -> text.append(" CONSTRAINT ")
                                .append(sql.quote(check))
                                .append(" CHECK (")
                                .append(expression)
                                .append(')'));
                sql.statement(Phase.TYPE, text.toString());
            }
            case "shell" -> sql.statement(Phase.TYPE, "CREATE TYPE " + name);
            default -> {
                return false;
            }
        }
        return true;
    }

    void changeDomain(Fact before, Fact after, String object, Map<String, Change> changes) {
        if (!text(before, "type_kind").equals("domain")
                || !text(after, "type_kind").equals("domain")) {
            return;
        }
        String alter = "ALTER " + object;
        if (changes.remove("default") != null) {
            sql.statement(
                    Phase.TYPE,
                    alter + before.text("default").map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
        }
        if (changes.remove("nullable") != null) {
            sql.statement(Phase.TYPE, alter + (before.isTrue("nullable") ? " DROP" : " SET") + " NOT NULL");
        }
        if (changes.remove("checks") != null) {
            Map<String, String> wanted = map(before, "checks");
            Map<String, String> there = map(after, "checks");
            there.forEach((check, expression) -> {
                if (!expression.equals(wanted.get(check))) {
                    sql.statement(Phase.TYPE, alter + " DROP CONSTRAINT " + sql.quote(check));
                }
            });
            wanted.forEach((check, expression) -> {
                if (!expression.equals(there.get(check))) {
                    sql.statement(
                            Phase.TYPE,
                            alter + " ADD CONSTRAINT " + sql.quote(check) + " CHECK (" + expression + ")"
                                    + (before.list("checks_not_valid").contains(check) ? " NOT VALID" : ""));
                }
            });
            changes.remove("checks_not_valid");
        }
    }

    /** A collation that a fact names as text. */
    String collation(String collation) {
        for (Fact fact : sql.expected.facts("collation")) {
            List<String> names = fact.path().names();
            if (collation.equals(names.get(0).isEmpty() ? fact.name() : names.get(0) + "." + fact.name())) {
                return sql.name(names);
            }
        }
        return sql.quote(collation);
    }
}
