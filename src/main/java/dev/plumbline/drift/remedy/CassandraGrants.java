package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Permissions of Cassandra's roles. */
final class CassandraGrants {

    private final CassandraDialect sql;

    CassandraGrants(CassandraDialect sql) {
        this.sql = sql;
    }

    private static final Map<String, String> PRIVILEGES = new TreeMap<>(Map.of(
            "privileges", "",
            "table_privileges", "ALL TABLES IN ",
            "function_privileges", "ALL FUNCTIONS IN ",
            "role_privileges", "ALL ROLES",
            "mbean_privileges", "ALL MBEANS"));

    boolean change(FactPath path, @Nullable Fact after, @Nullable Fact before) {
        List<String> names = path.names();
        String kind = names.get(0);
        List<String> object = names.subList(1, names.size() - 1);
        String role = sql.quote(path.name());
        if (after != null && sql.isDropped(path.name())) {
            return true;
        }
        boolean known = true;
        for (Map.Entry<String, String> entry : PRIVILEGES.entrySet()) {
            List<String> has = after == null ? List.of() : after.list(entry.getKey());
            List<String> wants = before == null ? List.of() : before.list(entry.getKey());
            if (has.equals(wants)) {
                continue;
            }
            String on = resource(kind, object, entry.getKey());
            if (on.isEmpty()) {
                known = false;
                continue;
            }
            without(has, wants).forEach(p -> sql.statement(Phase.GRANT, "REVOKE " + p + " ON " + on + " FROM " + role));
            without(wants, has).forEach(p -> sql.statement(Phase.GRANT, "GRANT " + p + " ON " + on + " TO " + role));
        }
        return known;
    }

    /** Empty if it cannot be named: of a relative snapshot neither the keyspace can nor, in a GRANT, a function. */
    private String resource(String kind, List<String> object, String attribute) {
        String words = PRIVILEGES.getOrDefault(attribute, "");
        boolean unnamed = object.size() == 1 && object.get(0).isEmpty();
        return switch (kind) {
            case "server" ->
                switch (attribute) {
                    case "privileges" -> "ALL KEYSPACES";
                    case "function_privileges" -> "ALL FUNCTIONS";
                    default -> words;
                };
            case "keyspace" -> unnamed ? "" : words + "KEYSPACE " + sql.name(object);
            case "table", "materialized_view" -> "TABLE " + sql.name(object);
            case "routine" ->
                object.get(0).isEmpty() ? "" : "FUNCTION " + sql.routines.signature(new FactPath("routine", object));
            case "role" -> "ROLE " + sql.quote(object.get(0));
            case "mbean" -> (object.get(0).contains("*") ? "MBEANS " : "MBEAN ") + sql.literal(object.get(0));
            default -> "";
        };
    }
}
