package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a role's future objects will be granted. */
final class PostgresDefaults implements PostgresPart {

    private static final String EVERY_SCHEMA = "*";

    /** What ALTER DEFAULT PRIVILEGES calls a kind of object. */
    private static final Map<String, String> WORDS = Map.of(
            "table", "TABLES",
            "sequence", "SEQUENCES",
            "routine", "ROUTINES",
            "type", "TYPES",
            "schema", "SCHEMAS",
            "large_object", "LARGE OBJECTS");

    /** What an owner has without any list; on tables MAINTAIN, too, since 17. */
    private static final Map<String, List<String>> OF_OWNER = Map.of(
            "table", List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRIGGER", "TRUNCATE", "UPDATE"),
            "sequence", List.of("SELECT", "UPDATE", "USAGE"),
            "routine", List.of("EXECUTE"),
            "type", List.of("USAGE"),
            "schema", List.of("CREATE", "USAGE"),
            "large_object", List.of("SELECT", "UPDATE"));

    private static final String MAINTAIN = "MAINTAIN";
    private static final int MAINTAIN_SINCE = 17;
    private static final String PUBLIC = "PUBLIC";

    private final PostgresDialect sql;

    PostgresDefaults(PostgresDialect sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("default_grant");
    }

    @Override
    public boolean create(Fact grant) {
        return bring(
                grant.path(),
                withoutFact(sql.actual, grant.path()),
                List.of(),
                grant.list("privileges"),
                grant.list("grantable"));
    }

    @Override
    public boolean drop(Fact grant, FactPath path) {
        return bring(
                path, grant.list("privileges"), grant.list("grantable"), withoutFact(sql.expected, path), List.of());
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        if (bring(
                before.path(),
                after.list("privileges"),
                after.list("grantable"),
                before.list("privileges"),
                before.list("grantable"))) {
            changes.keySet().removeAll(Set.of("privileges", "grantable"));
        }
    }

    /**
     * What a grantee gets that a snapshot does not mention. A list for all schemas replaces what the server gives by
     * itself, and names everyone who gets or lost something; without one, the owner and for some kinds PUBLIC get it.
     */
    private List<String> withoutFact(Snapshot snapshot, FactPath path) {
        String role = path.names().get(1);
        String kind = path.names().get(2);
        boolean list = snapshot.facts("default_grant").stream()
                .anyMatch(
                        f -> f.path().names().subList(0, 3).equals(path.names().subList(0, 3)));
        if (list || !path.names().get(0).equals(EVERY_SCHEMA)) {
            return List.of();
        }
        boolean everyone =
                path.name().equals(PUBLIC) && Set.of("routine", "type").contains(kind);
        if (!everyone && !path.name().equals(role)) {
            return List.of();
        }
        List<String> all = new ArrayList<>(OF_OWNER.getOrDefault(kind, List.of()));
        if (kind.equals("table") && maintains(snapshot)) {
            all.add(MAINTAIN);
        }
        return all;
    }

    private static boolean maintains(Snapshot snapshot) {
        return snapshot.facts("server").stream()
                .anyMatch(s -> s.get("version_major") instanceof Long major && major >= MAINTAIN_SINCE);
    }

    private boolean bring(
            FactPath path, List<String> has, List<String> passes, List<String> wants, List<String> mayPass) {
        String schema = path.names().get(0);
        String word = WORDS.get(path.names().get(2));
        if (word == null || schema.isEmpty()) {
            // The schema of the address is named by its place there alone.
            return false;
        }
        String alter = "ALTER DEFAULT PRIVILEGES FOR ROLE "
                + sql.quote(path.names().get(1))
                + (schema.equals(EVERY_SCHEMA) ? "" : " IN SCHEMA " + sql.quote(schema));
        String grantee = sql.role(path.name());
        List<String> gone = without(has, wants);
        List<String> noLonger = without(without(passes, mayPass), gone);
        List<String> given = without(without(wants, has), mayPass);
        List<String> passed = without(mayPass, passes);
        if (!gone.isEmpty()) {
            say(alter + " REVOKE " + String.join(", ", gone) + " ON " + word + " FROM " + grantee);
        }
        if (!noLonger.isEmpty()) {
            say(alter + " REVOKE GRANT OPTION FOR " + String.join(", ", noLonger) + " ON " + word + " FROM " + grantee);
        }
        if (!given.isEmpty()) {
            say(alter + " GRANT " + String.join(", ", given) + " ON " + word + " TO " + grantee);
        }
        if (!passed.isEmpty()) {
            say(alter + " GRANT " + String.join(", ", passed) + " ON " + word + " TO " + grantee
                    + " WITH GRANT OPTION");
        }
        return true;
    }

    private void say(String text) {
        sql.statement(Phase.GRANT, text);
    }
}
