package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/** What hangs on a table of PostgreSQL's and acts: triggers, policies and rewrite rules. */
final class PostgresTriggers {

    private final PostgresDialect sql;

    PostgresTriggers(PostgresDialect sql) {
        this.sql = sql;
    }

    void createPolicy(Fact policy) {
        List<String> roles = policy.list("roles").stream().map(sql::role).toList();
        sql.statement(
                Phase.TRIGGER,
                "CREATE POLICY " + sql.quote(policy.name()) + " ON " + sql.whole(policy.path()) + " AS "
                        + (policy.isTrue("permissive") ? "PERMISSIVE" : "RESTRICTIVE") + " FOR "
                        + text(policy, "command") + " TO " + String.join(", ", roles)
                        + policy.text("using").map(e -> " USING (" + e + ")").orElse("")
                        + policy.text("check")
                                .map(e -> " WITH CHECK (" + e + ")")
                                .orElse(""));
    }

    void createRule(Fact rule) {
        sql.statement(
                Phase.TRIGGER,
                "CREATE RULE " + sql.quote(rule.name()) + " AS ON " + text(rule, "event") + " TO "
                        + sql.whole(rule.path()) + " " + text(rule, "definition"));
    }

    boolean createTrigger(Fact fact) {
        if (fact.text("referenced_table").isPresent() && !fact.isTrue("constraint_trigger")) {
            return false;
        }
        List<String> events = new ArrayList<>(fact.list("events"));
        if (!fact.list("update_columns").isEmpty()) {
            events.replaceAll(e -> e.equals("UPDATE")
                    ? "UPDATE OF "
                            + String.join(
                                    ", ",
                                    fact.list("update_columns").stream()
                                            .map(sql::quote)
                                            .toList())
                    : e);
        }
        StringBuilder text = new StringBuilder("CREATE ")
                .append(fact.isTrue("constraint_trigger") ? "CONSTRAINT " : "")
                .append("TRIGGER ")
                .append(sql.quote(fact.name()))
                .append(' ')
                .append(text(fact, "timing"))
                .append(' ')
                .append(String.join(" OR ", events))
                .append(" ON ")
                .append(sql.whole(fact.path()));
        fact.text("referenced_table").ifPresent(t -> text.append(" FROM ").append(sql.reference(t)));
        text.append(fact.isTrue("deferrable") ? " DEFERRABLE" : "")
                .append(fact.isTrue("initially_deferred") ? " INITIALLY DEFERRED" : "");
        if (fact.text("old_table").isPresent() || fact.text("new_table").isPresent()) {
            text.append(" REFERENCING");
            fact.text("old_table").ifPresent(t -> text.append(" OLD TABLE AS ").append(sql.quote(t)));
            fact.text("new_table").ifPresent(t -> text.append(" NEW TABLE AS ").append(sql.quote(t)));
        }
        text.append(" FOR EACH ").append(text(fact, "level"));
        fact.text("condition").ifPresent(c -> text.append(" WHEN (").append(c).append(')'));
        text.append(" EXECUTE FUNCTION ")
                .append(sql.reference(text(fact, "function")))
                .append('(')
                .append(String.join(
                        ", ", fact.list("arguments").stream().map(sql::literal).toList()))
                .append(')');
        sql.statement(Phase.TRIGGER, text.toString());
        if (!text(fact, "enabled").equals("origin")) {
            enable(fact);
        }
        return true;
    }

    void enable(Fact trigger) {
        String how = switch (text(trigger, "enabled")) {
            case "disabled" -> "DISABLE TRIGGER ";
            case "replica" -> "ENABLE REPLICA TRIGGER ";
            case "always" -> "ENABLE ALWAYS TRIGGER ";
            default -> "ENABLE TRIGGER ";
        };
        sql.statement(
                Phase.COMMENT, "ALTER TABLE " + sql.whole(trigger.path()) + " " + how + sql.quote(trigger.name()));
    }
}
