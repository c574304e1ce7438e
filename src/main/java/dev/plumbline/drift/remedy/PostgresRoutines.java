package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** PostgreSQL's functions and procedures. */
final class PostgresRoutines {

    /** How a body begins that the server has parsed; no text of SQL that it has not can begin so. */
    private static final Pattern PARSED = Pattern.compile("\\s*(?:BEGIN ATOMIC|RETURN )");

    private final PostgresDialect sql;

    PostgresRoutines(PostgresDialect sql) {
        this.sql = sql;
    }

    boolean create(Fact fact) {
        String routineKind = text(fact, "routine_kind");
        boolean aggregate = routineKind.equals("aggregate");
        if (aggregate || fact.text("library").isPresent() || fact.text("body").isEmpty()) {
            return false;
        }
        StringBuilder text = new StringBuilder("CREATE OR REPLACE ")
                .append(routineKind.equals("procedure") ? "PROCEDURE " : "FUNCTION ")
                .append(sql.name(List.of(fact.path().names().get(0), PostgresDialect.base(fact.name()))))
                .append('(')
                .append(text(fact, "arguments"))
                .append(')');
        if (!routineKind.equals("procedure")) {
            fact.text("returns").ifPresent(r -> text.append(" RETURNS ").append(r));
        }
        text.append(" LANGUAGE ").append(sql.quote(text(fact, "language")));
        if (!routineKind.equals("procedure")) {
            text.append(routineKind.equals("window") ? " WINDOW" : "");
            text.append(' ').append(text(fact, "volatility").toUpperCase(Locale.ROOT));
            text.append(fact.isTrue("strict") ? " STRICT" : "");
            text.append(fact.isTrue("leakproof") ? " LEAKPROOF" : "");
            text.append(" PARALLEL ").append(text(fact, "parallel").toUpperCase(Locale.ROOT));
            fact.text("cost").ifPresent(c -> text.append(" COST ").append(c));
            fact.text("rows").ifPresent(r -> text.append(" ROWS ").append(r));
        }
        text.append(fact.isTrue("security_definer") ? " SECURITY DEFINER" : "");
        map(fact, "configuration")
                .forEach((k, v) ->
                        text.append(" SET ").append(k).append(" = ").append(PostgresOptions.setting(sql, k, v)));
        fact.text("support").ifPresent(s -> text.append(" SUPPORT ").append(s));
        if (!fact.list("transforms").isEmpty()) {
            text.append(" TRANSFORM FOR TYPE ").append(String.join(", FOR TYPE ", fact.list("transforms")));
        }
        String body = text(fact, "body");
        boolean parsed =
                text(fact, "language").equals("sql") && PARSED.matcher(body).lookingAt();
        sql.statement(Phase.ROUTINE, text + (parsed ? "\n" + body : " AS " + sql.literal(body)));
        return true;
    }
}
