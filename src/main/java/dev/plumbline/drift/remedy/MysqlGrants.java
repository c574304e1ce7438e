package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;
import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.FactPath;
import java.util.List;
import java.util.stream.Collectors;

/** Privileges of accounts on the server, a schema, a table, a column or a routine. */
final class MysqlGrants {

    private final MysqlDialect sql;

    MysqlGrants(MysqlDialect sql) {
        this.sql = sql;
    }

    /** Of the server, a schema, a table, a column or a routine. */
    boolean change(FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        List<String> names = path.names();
        FactPath object = new FactPath(names.get(0), names.subList(1, names.size() - 1));
        String suffix = names.get(0).equals("column") ? " (" + sql.quote(object.name()) + ")" : "";
        String on = switch (names.get(0)) {
            case "server" -> "*.*";
            // The name is a pattern there.
            case "schema" ->
                object.name().isEmpty()
                        ? "*"
                        : sql.quote(object.name()
                                        .replace("\\", "\\\\")
                                        .replace("_", "\\_")
                                        .replace("%", "\\%")) + ".*";
            case "table", "view" -> sql.name(object);
            case "column" -> sql.whole(object);
            case "routine" ->
                sql.expected
                        .find(object)
                        .or(() -> sql.actual.find(object))
                        .map(r -> (text(r, "routine_kind").equals("procedure") ? "PROCEDURE " : "FUNCTION ")
                                + sql.code.routine(object))
                        .orElse("");
            default -> "";
        };
        if (on.isEmpty()) {
            return false;
        }
        String account = sql.account(path.name());
        List<String> gone = without(has, wants);
        List<String> fresh = without(wants, has);
        if (!passes.isEmpty() && mayPass.isEmpty()) {
            sql.statement(Phase.GRANT, "REVOKE GRANT OPTION ON " + on + " FROM " + account);
        }
        if (!gone.isEmpty()) {
            sql.statement(Phase.GRANT, "REVOKE " + list(gone, suffix) + " ON " + on + " FROM " + account);
        }
        boolean option = passes.isEmpty() && !mayPass.isEmpty();
        if (!fresh.isEmpty() || option) {
            sql.statement(
                    Phase.GRANT,
                    "GRANT " + (fresh.isEmpty() ? "USAGE" : list(fresh, suffix)) + " ON " + on + " TO " + account
                            + (option ? " WITH GRANT OPTION" : ""));
        }
        return true;
    }

    private static String list(List<String> privileges, String suffix) {
        return privileges.stream().map(p -> p + suffix).collect(Collectors.joining(", "));
    }
}
