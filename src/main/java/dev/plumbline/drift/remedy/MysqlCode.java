package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.List;
import java.util.Optional;

/** What is stored as a query or a program in MySQL and MariaDB, and sequences. */
final class MysqlCode {

    private final MysqlDialect sql;

    MysqlCode(MysqlDialect sql) {
        this.sql = sql;
    }

    /** Whether it can be written. */
    boolean createView(Fact view) {
        Optional<String> definition = Introducers.in(text(view, "definition"), map(view, "introducers"));
        if (definition.isEmpty()) {
            return false;
        }
        sql.statement(
                Phase.VIEW,
                "CREATE OR REPLACE"
                        + view.text("algorithm").map(a -> " ALGORITHM = " + a).orElse("")
                        + sql.definer(view) + " SQL SECURITY " + text(view, "security") + " VIEW "
                        + sql.name(view.path())
                        + " AS\n" + definition.get()
                        + view.text("check_option")
                                .map(o -> "\nWITH " + o + " CHECK OPTION")
                                .orElse(""));
        return true;
    }

    static String sequence(Fact fact) {
        return " START WITH " + text(fact, "start") + " INCREMENT BY " + text(fact, "increment") + " MINVALUE "
                + text(fact, "minimum")
                + (text(fact, "maximum").isEmpty() ? "" : " MAXVALUE " + text(fact, "maximum"))
                + (text(fact, "cache").equals("0") ? " NOCACHE" : " CACHE " + text(fact, "cache"))
                + (fact.isTrue("cycle") ? " CYCLE" : " NOCYCLE");
    }

    /** @param replace whether to keep the privileges on one that is there, which MariaDB can */
    boolean createRoutine(Fact fact, boolean replace) {
        String kind = text(fact, "routine_kind");
        boolean function = kind.equals("function");
        if (!(function || kind.equals("procedure"))
                || fact.text("body").isEmpty()
                || !text(fact, "language").equals("SQL")
                || text(fact, "sql_mode").contains("ORACLE")) {
            return false;
        }
        String arguments = text(fact, "arguments");
        // Only procedures have modes.
        String written = function ? arguments.replaceAll("(^|, )in ", "$1") : arguments;
        program(
                Phase.ROUTINE,
                fact,
                "CREATE" + (replace ? " OR REPLACE" : "") + sql.definer(fact)
                        + (function ? " FUNCTION " : " PROCEDURE ") + routine(fact.path()) + "("
                        + written + ")"
                        + (function ? " RETURNS " + text(fact, "returns") : "")
                        + fact.text("comment")
                                .map(c -> " COMMENT " + literal(fact, c))
                                .orElse("")
                        + (fact.isTrue("deterministic") ? " DETERMINISTIC" : "") + " " + text(fact, "data_access")
                        + " SQL SECURITY " + (fact.isTrue("security_definer") ? "DEFINER" : "INVOKER") + "\n"
                        + text(fact, "body"));
        return true;
    }

    void createTrigger(Fact fact) {
        FactPath path = fact.path();
        program(
                Phase.TRIGGER,
                fact,
                "CREATE" + sql.definer(fact) + " TRIGGER "
                        + sql.name(List.of(path.names().get(0), fact.name())) + " " + text(fact, "timing") + " "
                        + String.join(" OR ", fact.list("events")) + " ON " + sql.whole(path) + " FOR EACH ROW "
                        + text(fact, "body"));
    }

    /** @param verb CREATE or ALTER, which takes the same clauses */
    boolean event(Fact fact, String verb) {
        if (fact.text("body").isEmpty()) {
            return false;
        }
        String status = text(fact, "status");
        program(
                Phase.TRIGGER,
                fact,
                verb + sql.definer(fact) + " EVENT " + sql.name(fact.path()) + "\n  ON SCHEDULE "
                        + schedule(fact) + "\n  ON COMPLETION " + text(fact, "on_completion")
                        + (status.equals("ENABLED") || status.equals("DISABLED")
                                ? " " + status.substring(0, status.length() - 1)
                                : " DISABLE ON SLAVE")
                        + " COMMENT " + literal(fact, fact.text("comment").orElse("")) + "\n  DO "
                        + text(fact, "body"));
        return true;
    }

    private static String schedule(Fact event) {
        if (event.text("execute_at").isPresent()) {
            return "AT '" + text(event, "execute_at") + "'";
        }
        String interval = text(event, "interval");
        int blank = interval.lastIndexOf(' ');
        String value = interval.substring(0, Math.max(0, blank));
        return "EVERY " + (value.matches("\\d+|'.*'") ? value : "'" + value + "'")
                + interval.substring(Math.max(0, blank))
                + event.text("starts").map(at -> " STARTS '" + at + "'").orElse("")
                + event.text("ends").map(at -> " ENDS '" + at + "'").orElse("");
    }

    /**
     * What keeps the sql_mode, and an event the time zone, under which it is made, and may mean something else under
     * another one. Where the server's own mode is another, the statement stands between one that sets it and one that
     * brings back what was.
     */
    private void program(Phase phase, Fact fact, String text) {
        String mode = text(fact, "sql_mode");
        boolean usual = sql.actual
                .find(FactPath.of("setting", "sql_mode"))
                .map(setting -> text(setting, "value").equals(mode))
                .orElse(false);
        boolean zone = fact.text("time_zone").isPresent();
        if (usual && !zone) {
            sql.statement(phase, text);
            return;
        }
        String note = "for " + fact.path();
        sql.script.note(
                phase,
                "SET @plumbline_sql_mode = @@sql_mode, sql_mode = '" + mode + "'"
                        + (zone
                                ? ", @plumbline_time_zone = @@time_zone, time_zone = '" + text(fact, "time_zone") + "'"
                                : ""),
                note);
        sql.statement(phase, text);
        sql.script.note(
                phase, "SET sql_mode = @plumbline_sql_mode" + (zone ? ", time_zone = @plumbline_time_zone" : ""), note);
    }

    /** A text in a statement that runs under the fact's own sql_mode. */
    private String literal(Fact fact, String text) {
        return text(fact, "sql_mode").contains("NO_BACKSLASH_ESCAPES")
                ? "'" + text.replace("'", "''") + "'"
                : sql.literal(text);
    }

    /** A routine that shares its name with another has its kind after the name. */
    String routine(FactPath path) {
        return sql.name(List.of(path.names().get(0), path.name().replaceFirst("/(function|procedure)$", "")));
    }
}
