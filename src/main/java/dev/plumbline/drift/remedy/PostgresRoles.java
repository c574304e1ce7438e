package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's roles, their settings and whose members they are. */
final class PostgresRoles implements PostgresPart {

    private static final String ALTER = "ALTER ROLE ";
    private static final String HERE = " IN DATABASE " + PostgresDialect.THIS_DATABASE;

    private static final Map<String, String> RIGHTS = rights();

    private final PostgresDialect sql;

    PostgresRoles(PostgresDialect sql) {
        this.sql = sql;
    }

    /** In the order in which the manual has them. */
    private static Map<String, String> rights() {
        Map<String, String> rights = new LinkedHashMap<>();
        rights.put("superuser", "SUPERUSER");
        rights.put("create_db", "CREATEDB");
        rights.put("create_role", "CREATEROLE");
        rights.put("inherit", "INHERIT");
        rights.put("login", "LOGIN");
        rights.put("replication", "REPLICATION");
        rights.put("bypass_rls", "BYPASSRLS");
        return rights;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("role");
    }

    @Override
    public boolean create(Fact role) {
        if (!role.name().startsWith("pg_")) {
            StringBuilder text = new StringBuilder("CREATE ROLE " + sql.quote(role.name()));
            RIGHTS.forEach((attribute, word) -> text.append(right(role, attribute, word)));
            text.append(" CONNECTION LIMIT ").append(role.get("connection_limit"));
            role.text("valid_until")
                    .ifPresent(until -> text.append(" VALID UNTIL ").append(sql.literal(until)));
            if (role.isTrue("login")) {
                sql.script.note(Phase.ROLE, text.toString(), "no snapshot holds its password, if it has one");
            } else {
                sql.statement(Phase.ROLE, text.toString());
            }
        }
        String alter = ALTER + sql.quote(role.name());
        sql.options.configure(alter, map(role, "settings"), new TreeMap<>());
        sql.options.configure(alter + HERE, map(role, "database_settings"), new TreeMap<>());
        memberships(role, null);
        return true;
    }

    private static String right(Fact role, String attribute, String word) {
        return (role.isTrue(attribute) ? " " : " NO") + word;
    }

    @Override
    public boolean drop(Fact role, FactPath path) {
        if (path.name().startsWith("pg_")) {
            role.list("member_of").forEach(g -> revoke(g, path.name()));
        } else {
            sql.statement(Phase.DROP_ROLE, "DROP ROLE " + sql.quote(path.name()));
        }
        return true;
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        String alter = ALTER + sql.quote(before.name());
        StringBuilder text = new StringBuilder();
        RIGHTS.forEach((attribute, word) -> {
            if (changes.remove(attribute) != null) {
                text.append(right(before, attribute, word));
            }
        });
        if (changes.remove("connection_limit") != null) {
            text.append(" CONNECTION LIMIT ").append(before.get("connection_limit"));
        }
        // No statement takes an end away; infinity is one that never comes.
        if (before.text("valid_until").isPresent() && changes.remove("valid_until") != null) {
            text.append(" VALID UNTIL ").append(sql.literal(Dialect.text(before, "valid_until")));
        }
        if (!text.isEmpty()) {
            sql.statement(Phase.ROLE, alter + text);
        }
        if (changes.remove("settings") != null) {
            sql.options.configure(alter, map(before, "settings"), map(after, "settings"));
        }
        if (changes.remove("database_settings") != null) {
            sql.options.configure(alter + HERE, map(before, "database_settings"), map(after, "database_settings"));
        }
        if (changes.keySet().removeAll(Set.of("member_of", "membership_options"))) {
            memberships(before, after);
        }
    }

    private void memberships(Fact before, @Nullable Fact after) {
        SortedMap<String, String> wanted = map(before, "membership_options");
        SortedMap<String, String> there = after == null ? new TreeMap<>() : map(after, "membership_options");
        Set<String> groups = new TreeSet<>(before.list("member_of"));
        if (after != null) {
            groups.addAll(after.list("member_of"));
        }
        for (String group : groups) {
            boolean isMember = after != null && after.list("member_of").contains(group);
            boolean shouldBe = before.list("member_of").contains(group);
            String options = wanted.getOrDefault(group, "");
            String actual = there.getOrDefault(group, "");
            if (isMember && shouldBe && options.equals(actual)) {
                continue;
            }
            if (options.contains("by ") || actual.contains("by ")) {
                sql.script.unknown("who made " + before.path() + " a member of " + group);
                continue;
            }
            if (isMember) {
                revoke(group, before.name());
            }
            if (shouldBe) {
                sql.statement(
                        Phase.GRANT, "GRANT " + sql.quote(group) + " TO " + sql.quote(before.name()) + option(options));
            }
        }
    }

    private void revoke(String group, String member) {
        sql.statement(Phase.GRANT, "REVOKE " + sql.quote(group) + " FROM " + sql.quote(member));
    }

    private static String option(String options) {
        if (!options.contains("inherit") && !options.contains("set")) {
            return options.isEmpty() ? "" : " WITH ADMIN OPTION";
        }
        return " WITH ADMIN " + options.startsWith("admin")
                + (options.contains("inherit") ? ", INHERIT " + !options.contains("no inherit") : "")
                + (options.contains("no set") ? ", SET false" : "");
    }
}
