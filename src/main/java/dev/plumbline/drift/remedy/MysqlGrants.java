package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;
import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Privileges of accounts on the server, a schema, a table, a column or a routine. */
final class MysqlGrants {

    private final MysqlDialect sql;
    private final Map<FactPath, List<Runnable>> onRoutines = new LinkedHashMap<>();
    private final Set<FactPath> madeAnew = new HashSet<>();

    MysqlGrants(MysqlDialect sql) {
        this.sql = sql;
    }

    /**
     * Of the server, a schema, a table, a column or a routine. What changes on a routine waits for {@link #finish}: one
     * that is dropped and made anew loses all, and has nothing left to revoke.
     */
    boolean change(FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        if (sql.accounts.goes(path.name())) {
            return true;
        }
        FactPath object = object(path);
        if (!object.kind().equals("routine")) {
            return write(path, has, passes, wants, mayPass);
        }
        if (sql.expected.find(object).isEmpty() && sql.actual.find(object).isEmpty()) {
            return false;
        }
        onRoutines.computeIfAbsent(object, o -> new ArrayList<>()).add(() -> write(path, has, passes, wants, mayPass));
        return true;
    }

    /** Writes what waited. */
    void finish() {
        onRoutines.forEach((routine, waiting) -> {
            if (!madeAnew.contains(routine)) {
                waiting.forEach(Runnable::run);
            }
        });
    }

    private static FactPath object(FactPath path) {
        List<String> names = path.names();
        return new FactPath(names.get(0), names.subList(1, names.size() - 1));
    }

    private boolean write(
            FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        List<String> names = path.names();
        FactPath object = object(path);
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
        List<String> gone = without(without(has, wants), takenWithTable(path));
        List<String> fresh = without(wants, has);
        if (!passes.isEmpty() && mayPass.isEmpty()) {
            sql.statement(Phase.GRANT, "REVOKE GRANT OPTION ON " + on + " FROM " + account);
        }
        if (!gone.isEmpty()) {
            sql.statement(Phase.GRANT, "REVOKE " + list(gone, suffix) + " ON " + on + " FROM " + account);
            if (names.get(0).equals("table") || names.get(0).equals("view")) {
                giveColumnsBack(object, path.name(), gone);
            }
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

    /** What a routine loses when it is dropped and made anew. */
    void giveBack(FactPath routine) {
        madeAnew.add(routine);
        for (Fact grant : sql.expected.facts("grant")) {
            List<String> names = grant.path().names();
            if (names.get(0).equals("routine")
                    && names.subList(1, names.size() - 1).equals(routine.names())) {
                write(grant.path(), List.of(), List.of(), grant.list("privileges"), grant.list("grantable"));
            }
        }
    }

    /** What is left of a table or view when it is dropped: the servers keep privileges on it. */
    void takeFrom(Fact dropped) {
        for (Fact grant : sql.actual.parts(dropped, "grant")) {
            List<String> names = new ArrayList<>(grant.path().names());
            names.set(0, "table");
            if (sql.expected.find(new FactPath("grant", names)).isEmpty()) {
                change(grant.path(), grant.list("privileges"), grant.list("grantable"), List.of(), List.of());
            }
        }
    }

    /** A privilege that is revoked on a table is revoked on its columns too, also where it was granted on these. */
    private void giveColumnsBack(FactPath table, String account, List<String> revoked) {
        for (Fact grant : sql.expected.facts("grant")) {
            List<String> names = grant.path().names();
            if (names.get(0).equals("column")
                    && names.subList(1, names.size() - 2).equals(table.names())
                    && grant.name().equals(account)) {
                List<String> taken = grant.list("privileges").stream()
                        .filter(revoked::contains)
                        .toList();
                change(grant.path(), List.of(), List.of(), taken, List.of());
            }
        }
    }

    /** What is revoked on the table of a column's privileges, and so needs no statement for the column. */
    private List<String> takenWithTable(FactPath path) {
        List<String> names = path.names();
        if (!names.get(0).equals("column")) {
            return List.of();
        }
        List<String> table = new ArrayList<>(names);
        table.remove(names.size() - 2);
        List<String> taken = new ArrayList<>();
        for (String kind : List.of("table", "view")) {
            table.set(0, kind);
            FactPath whole = new FactPath("grant", table);
            taken.addAll(without(privileges(sql.actual.find(whole)), privileges(sql.expected.find(whole))));
        }
        return taken;
    }

    private static List<String> privileges(Optional<Fact> grant) {
        return grant.map(g -> g.list("privileges")).orElse(List.of());
    }

    private static String list(List<String> privileges, String suffix) {
        return privileges.stream().map(p -> p + suffix).collect(Collectors.joining(", "));
    }
}
