package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Privileges on PostgreSQL's objects. */
final class PostgresGrants {

    private static final String OPTION = " with grant option";

    private final PostgresDialect sql;

    /** Expected privileges on columns, by schema and table; filled on the first question. */
    private final Map<List<String>, List<Fact>> onColumns = new HashMap<>();

    /** Names of grants that others hang on or that hang on others; filled on the first question, with one of no name. */
    private final Set<List<String>> grantors = new HashSet<>();

    PostgresGrants(PostgresDialect sql) {
        this.sql = sql;
    }

    /** What is granted beyond the expected is revoked, what lacks is granted; an owner's own rights are usual ones. */
    boolean change(FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        List<String> names = path.names();
        String kind = names.get(0);
        FactPath object = new FactPath(kind, names.subList(1, names.size() - 1));
        String role = path.name();
        boolean column = kind.equals("column");
        Fact fact = sql.expected.find(object).or(() -> sql.actual.find(object)).orElse(null);
        String on = switch (kind) {
            case "table", "view", "materialized_view" -> "TABLE " + sql.name(object);
            case "column" -> "TABLE " + sql.whole(object);
            case "schema", "sequence" -> PostgresDialect.WORDS.get(kind) + " " + sql.name(object);
            case "type" -> "TYPE " + sql.name(object);
            case "routine" -> "ROUTINE " + sql.signature(object);
            case "foreign_server" -> "FOREIGN SERVER " + sql.name(object);
            case "foreign_data_wrapper", "language", "tablespace" ->
                kind.replace('_', ' ').toUpperCase(Locale.ROOT) + " " + sql.name(object);
            case "setting" -> "PARAMETER " + sql.name(object);
            case "database" -> "DATABASE " + PostgresDialect.THIS_DATABASE;
            default -> "";
        };
        boolean there = fact != null
                || Set.of("schema", "tablespace", "setting").contains(kind)
                || (column && sql.expected.find(in(object, "table")).isPresent());
        if (on.isEmpty() || !there || object.names().stream().allMatch(String::isEmpty)) {
            return false;
        }
        boolean revokes =
                !without(has, wants).isEmpty() || !without(passes, mayPass).isEmpty();
        if (revokes && passedOn(path)) {
            // Only who granted a right can take it back, and before that those to whom it was passed on.
            return false;
        }
        if (kind.equals("schema") && fact == null && role.equals("PUBLIC")) {
            // Nobody knows what the server or an extension gave everyone on a schema of its own.
            return false;
        }
        String suffix = column ? " (" + sql.quote(object.name()) + ")" : "";
        boolean owner = fact != null && fact.text("owner").filter(role::equals).isPresent();
        if (owner && wants.isEmpty() && mayPass.isEmpty()) {
            sql.statement(Phase.GRANT, "GRANT ALL ON " + on + " TO " + sql.role(role));
            return true;
        }
        if (owner && has.isEmpty()) {
            sql.statement(Phase.GRANT, "REVOKE ALL ON " + on + " FROM " + sql.role(role));
        }
        revoke("", without(has, wants), suffix, on, role);
        if (!column) {
            columnsAgain(object, role, without(has, wants));
        }
        revoke("GRANT OPTION FOR ", without(without(passes, mayPass), without(has, wants)), suffix, on, role);
        grant(without(without(wants, has), mayPass), suffix, on, role, "");
        grant(without(mayPass, passes), suffix, on, role, " WITH GRANT OPTION");
        return true;
    }

    /** Whether there a right came from another than the owner, or went from this role to another. */
    private boolean passedOn(FactPath grant) {
        if (grantors.isEmpty()) {
            grantors.add(List.of());
            for (Fact fact : sql.actual.facts("grant")) {
                for (String by : fact.list("granted_by")) {
                    List<String> names = new ArrayList<>(fact.path().names());
                    grantors.add(List.copyOf(names));
                    String grantor = by.substring(by.indexOf(" by ") + 4);
                    names.set(
                            names.size() - 1,
                            grantor.endsWith(OPTION)
                                    ? grantor.substring(0, grantor.length() - OPTION.length())
                                    : grantor);
                    grantors.add(names);
                }
            }
        }
        return grantors.contains(grant.names());
    }

    /** What is revoked on a table is revoked on its columns too. */
    private void columnsAgain(FactPath table, String role, List<String> revoked) {
        if (onColumns.isEmpty()) {
            for (Fact grant : sql.expected.facts("grant")) {
                List<String> names = grant.path().names();
                if (names.get(0).equals("column") && names.size() == 5) {
                    onColumns
                            .computeIfAbsent(names.subList(1, 3), t -> new ArrayList<>())
                            .add(grant);
                }
            }
        }
        for (Fact grant : onColumns.getOrDefault(table.names(), List.of())) {
            boolean gone = grant.list("privileges").stream().anyMatch(revoked::contains);
            if (gone && grant.path().name().equals(role)) {
                change(grant.path(), List.of(), List.of(), grant.list("privileges"), grant.list("grantable"));
            }
        }
    }

    /** What default privileges give on a new object, nobody has expected. */
    void withdrawDefaults(Fact fact) {
        String kind = fact.kind().name();
        String object = PostgresDialect.RELATIONS.contains(kind) ? "table" : kind;
        String on = switch (kind) {
            case "routine" -> "ROUTINE " + sql.signature(fact.path());
            case "sequence", "type", "schema" -> kind.toUpperCase(Locale.ROOT) + " " + sql.name(fact.path());
            default -> "TABLE " + sql.name(fact.path());
        };
        if (Set.of("routine", "type").contains(kind) && closed(fact)) {
            sql.statement(Phase.OWNER, "REVOKE ALL ON " + on + " FROM PUBLIC");
        }
        for (Fact grant : sql.actual.facts("default_grant")) {
            List<String> names = grant.path().names();
            String grantee = grant.path().name();
            boolean here = names.get(0).equals("*")
                    || names.get(0).equals(fact.path().names().get(0));
            boolean usual =
                    grantee.equals("PUBLIC") && Set.of("routine", "type").contains(kind);
            if (names.get(2).equals(object)
                    && here
                    && !usual
                    && !grant.list("privileges").isEmpty()
                    && fact.text("owner").filter(grantee::equals).isEmpty()) {
                sql.statement(Phase.OWNER, "REVOKE ALL ON " + on + " FROM " + sql.role(grantee));
            }
        }
    }

    /** Grants anew on an object that was dropped and made anew. */
    void again(FactPath object) {
        List<String> names = new ArrayList<>(List.of(object.kind()));
        names.addAll(object.names());
        for (Fact grant : sql.expected.facts("grant")) {
            List<String> of = grant.path().names();
            if (of.subList(0, of.size() - 1).equals(names)) {
                change(grant.path(), List.of(), List.of(), grant.list("privileges"), grant.list("grantable"));
            }
        }
    }

    /** Whether the server's own default for everyone was taken away; where rights were not read, nobody knows. */
    private boolean closed(Fact fact) {
        List<String> everyone = new ArrayList<>(List.of(fact.kind().name()));
        everyone.addAll(fact.path().names());
        everyone.add("PUBLIC");
        return sql.expected.coverage().of("grant").status() == Coverage.Status.READ
                && sql.expected.find(new FactPath("grant", everyone)).isEmpty();
    }

    private void revoke(String option, List<String> privileges, String suffix, String on, String role) {
        if (!privileges.isEmpty()) {
            sql.statement(
                    Phase.GRANT,
                    "REVOKE " + option + list(privileges, suffix) + " ON " + on + " FROM " + sql.role(role));
        }
    }

    private void grant(List<String> privileges, String suffix, String on, String role, String option) {
        if (!privileges.isEmpty()) {
            sql.statement(
                    Phase.GRANT, "GRANT " + list(privileges, suffix) + " ON " + on + " TO " + sql.role(role) + option);
        }
    }

    static String list(List<String> privileges, String suffix) {
        return String.join(", ", privileges.stream().map(p -> p + suffix).toList());
    }
}
