package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.List;

/** What is stored as a query or a program in MySQL and MariaDB, and sequences. */
final class MysqlCode {

    private final MysqlDialect sql;

    MysqlCode(MysqlDialect sql) {
        this.sql = sql;
    }

    void createView(Fact view) {
        sql.statement(
                Phase.VIEW,
                "CREATE OR REPLACE"
                        + (sql.mariadb
                                ? view.text("algorithm")
                                        .map(a -> " ALGORITHM = " + a)
                                        .orElse("")
                                : "")
                        + sql.definer(view) + " SQL SECURITY " + text(view, "security") + " VIEW "
                        + sql.name(view.path())
                        + " AS\n" + text(view, "definition")
                        + view.text("check_option")
                                .map(o -> "\nWITH " + o + " CHECK OPTION")
                                .orElse(""));
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
        sql.statement(
                Phase.ROUTINE,
                "CREATE" + (replace ? " OR REPLACE" : "") + sql.definer(fact)
                        + (function ? " FUNCTION " : " PROCEDURE ") + routine(fact.path()) + "("
                        + written + ")"
                        + (function ? " RETURNS " + text(fact, "returns") : "")
                        + fact.text("comment")
                                .map(c -> " COMMENT " + sql.literal(c))
                                .orElse("")
                        + (fact.isTrue("deterministic") ? " DETERMINISTIC" : "") + " " + text(fact, "data_access")
                        + " SQL SECURITY " + (fact.isTrue("security_definer") ? "DEFINER" : "INVOKER") + "\n"
                        + text(fact, "body"));
        return true;
    }

    /** A routine that shares its name with another has its kind after the name. */
    String routine(FactPath path) {
        return sql.name(List.of(path.names().get(0), path.name().replaceFirst("/(function|procedure)$", "")));
    }
}
