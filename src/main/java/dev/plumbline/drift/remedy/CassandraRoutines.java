package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cassandra's functions, the aggregates made of them, and what uses them: aggregates come after all functions. */
final class CassandraRoutines {

    /** What may be replaced under the same name; a function that is in use cannot be dropped. */
    private static final Set<String> REPLACEABLE =
            Set.of("body", "arguments", "language", "state_function", "final_function", "initial_condition");

    private final CassandraDialect sql;

    CassandraRoutines(CassandraDialect sql) {
        this.sql = sql;
    }

    void create(Fact fact) {
        create(fact, "");
    }

    private void create(Fact fact, String orReplace) {
        String name = sql.name(List.of(fact.path().names().get(0), base(fact.name())));
        if (isAggregate(fact)) {
            sql.statement(
                    Phase.CONSTRAINT,
                    "CREATE " + orReplace + "AGGREGATE " + name + " (" + text(fact, "arguments") + ") SFUNC "
                            + sql.quote(text(fact, "state_function")) + " STYPE " + text(fact, "state_type")
                            + fact.text("final_function")
                                    .map(f -> " FINALFUNC " + sql.quote(f))
                                    .orElse("")
                            + fact.text("initial_condition")
                                    .map(c -> " INITCOND " + c)
                                    .orElse(""));
            return;
        }
        sql.statement(
                Phase.ROUTINE,
                "CREATE " + orReplace + "FUNCTION " + name + " (" + text(fact, "arguments") + ") "
                        + (fact.isTrue("called_on_null") ? "CALLED" : "RETURNS NULL") + " ON NULL INPUT RETURNS "
                        + text(fact, "returns")
                        + " LANGUAGE " + text(fact, "language") + " AS " + sql.literal(text(fact, "body")));
    }

    void drop(Fact fact, FactPath path) {
        boolean aggregate = isAggregate(fact);
        sql.statement(
                aggregate ? Phase.DROP_CONSTRAINT : Phase.DROP_ROUTINE,
                "DROP " + (aggregate ? "AGGREGATE " : "FUNCTION ") + signature(path));
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        if (REPLACEABLE.containsAll(changes.keySet())) {
            create(before, "OR REPLACE ");
        } else {
            drop(after, before.path());
            create(before);
        }
        changes.clear();
    }

    private static boolean isAggregate(Fact fact) {
        return text(fact, "routine_kind").equals("aggregate");
    }

    /** The name and the types of the arguments, as statements name a routine. */
    String signature(FactPath path) {
        String base = base(path.name());
        return sql.name(List.of(path.names().get(0), base)) + path.name().substring(base.length());
    }

    /** The name without the types. It may hold a parenthesis itself; types hold one in quotes at most. */
    private static String base(String signature) {
        boolean quoted = false;
        for (int i = signature.length() - 1; i > 0; i--) {
            char c = signature.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                return signature.substring(0, i);
            }
        }
        return signature;
    }
}
