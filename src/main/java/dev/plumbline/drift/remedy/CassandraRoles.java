package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Cassandra's roles. No snapshot holds a password, so that a role that is made anew is given one by hand. */
final class CassandraRoles {

    private final CassandraDialect sql;

    CassandraRoles(CassandraDialect sql) {
        this.sql = sql;
    }

    void create(Fact role) {
        String name = sql.quote(role.name());
        List<String> options =
                new ArrayList<>(List.of("LOGIN = " + role.isTrue("login"), "SUPERUSER = " + role.isTrue("superuser")));
        if (!role.list("datacenters").isEmpty()) {
            options.add(datacenters(role));
        }
        define(role, Map.of());
        if (!role.list("cidr_groups").isEmpty()) {
            options.add(networks(role));
        }
        sql.script.note(
                Phase.SCHEMA,
                "CREATE ROLE " + name + " WITH " + String.join(" AND ", options),
                role.isTrue("login") ? "give it a password" : "");
        belong(name, role.list("member_of"), List.of());
        identify(role.name(), role.list("identities"), List.of());
    }

    /** Its privileges go with it. */
    void drop(Fact role) {
        sql.statement(Phase.DROP_SCHEMA, "DROP ROLE " + sql.quote(role.name()));
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        define(before, Dialect.map(after, "cidr_networks"));
        String name = sql.quote(before.name());
        List<String> options = new ArrayList<>();
        if (changes.containsKey("login")) {
            options.add("LOGIN = " + before.isTrue("login"));
        }
        if (changes.containsKey("superuser")) {
            options.add("SUPERUSER = " + before.isTrue("superuser"));
        }
        if (changes.containsKey("datacenters")) {
            options.add(datacenters(before));
        }
        if (changes.containsKey("cidr_groups")) {
            options.add(networks(before));
        }
        if (!options.isEmpty()) {
            sql.statement(Phase.OWNER, "ALTER ROLE " + name + " WITH " + String.join(" AND ", options));
        }
        belong(name, before.list("member_of"), after.list("member_of"));
        identify(before.name(), before.list("identities"), after.list("identities"));
        changes.clear();
    }

    private String datacenters(Fact role) {
        List<String> names = role.list("datacenters");
        return names.isEmpty() ? "ACCESS TO ALL DATACENTERS" : "ACCESS TO DATACENTERS " + set(names);
    }

    private String networks(Fact role) {
        List<String> names = role.list("cidr_groups");
        return names.isEmpty() ? "ACCESS FROM ALL CIDRS" : "ACCESS FROM CIDRS " + set(names);
    }

    /** Groups of networks are rows of a table, which `nodetool updatecidrgroup` writes too. */
    private void define(Fact role, Map<String, String> there) {
        Dialect.map(role, "cidr_networks").forEach((group, networks) -> {
            if (!networks.equals(there.get(group))) {
                sql.statement(
                        Phase.SCHEMA,
                        "INSERT INTO system_auth.cidr_groups (cidr_group, cidrs) VALUES (" + sql.literal(group) + ", "
                                + Arrays.stream(networks.split(" ", -1))
                                        .map(network -> "('" + network.replace("/", "', ") + ")")
                                        .collect(Collectors.joining(", ", "{", "}"))
                                + ")");
            }
        });
    }

    private String set(List<String> names) {
        return names.stream().map(sql::literal).collect(Collectors.joining(", ", "{", "}"));
    }

    private void belong(String name, List<String> wanted, List<String> there) {
        without(there, wanted).forEach(r -> sql.statement(Phase.OWNER, "REVOKE " + sql.quote(r) + " FROM " + name));
        without(wanted, there).forEach(r -> sql.statement(Phase.OWNER, "GRANT " + sql.quote(r) + " TO " + name));
    }

    private void identify(String role, List<String> wanted, List<String> there) {
        without(there, wanted).forEach(i -> sql.statement(Phase.OWNER, "DROP IDENTITY " + sql.literal(i)));
        without(wanted, there)
                .forEach(i ->
                        sql.statement(Phase.OWNER, "ADD IDENTITY " + sql.literal(i) + " TO ROLE " + sql.literal(role)));
    }
}
