package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        if (!text(rule, "enabled").equals("origin")) {
            enable(rule);
        }
    }

    boolean createTrigger(Fact fact) {
        if (fact.text("referenced_table").isPresent() && !fact.isTrue("constraint_trigger")) {
            return false;
        }
        if (above(sql.expected, fact).isPresent()) {
            enable(fact);
            return true;
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

    /** The trigger of the partitioned table, if a partition has this one from there. */
    private Optional<Fact> above(Snapshot side, Fact trigger) {
        return side.find(in(trigger.path(), "table"))
                .flatMap(t -> t.text("partition_of"))
                .flatMap(parent -> side.facts("trigger").stream()
                        .filter(t -> t.name().equals(trigger.name())
                                && text(t, "level").equals("ROW")
                                && parent.equals(PostgresTables.plain(in(t.path(), "table"))))
                        .findFirst());
    }

    /** A partition's trigger that comes from above is seen only because it was switched otherwise; whether it is one. */
    boolean switchedBack(Fact trigger, FactPath path) {
        Optional<Fact> above = above(sql.actual, trigger);
        above.ifPresent(t -> enable(path, text(t, "enabled")));
        return above.isPresent();
    }

    /** A trigger or a rule. */
    void enable(Fact part) {
        enable(part.path(), text(part, "enabled"));
    }

    private void enable(FactPath part, String state) {
        String how = switch (state) {
            case "disabled" -> "DISABLE ";
            case "replica" -> "ENABLE REPLICA ";
            case "always" -> "ENABLE ALWAYS ";
            default -> "ENABLE ";
        };
        sql.statement(
                Phase.COMMENT,
                "ALTER TABLE " + sql.whole(part) + " " + how + PostgresDialect.WORD_OF_PART.get(part.kind()) + " "
                        + sql.quote(part.name()));
    }
}
