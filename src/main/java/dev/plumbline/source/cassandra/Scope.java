package dev.plumbline.source.cassandra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which keyspaces are read, and how they are named.
 *
 * @param relative the keyspace that the URL names: its name is empty in all paths
 * @param others those asked for besides; if nothing is asked for, all but the server's own
 */
record Scope(Optional<String> relative, List<String> others) {

    /** Kinds that each node holds in its own copy of the schema. */
    static final Set<String> SCHEMA_KINDS = Set.of(
            "keyspace",
            "table",
            "column",
            "primary_key",
            "index",
            "materialized_view",
            "type",
            "routine",
            "trigger",
            "pending_build");

    /** The server's own keyspaces that are replicated: with too few replicas nobody can log in. */
    private static final Set<String> SYSTEM_REPLICATED = Set.of("system_auth", "system_distributed", "system_traces");

    private static final Set<String> SYSTEM_LOCAL =
            Set.of("system", "system_schema", "system_views", "system_virtual_schema", "system_cluster_metadata");

    Scope {
        others = List.copyOf(others);
    }

    static boolean isSystem(String keyspace) {
        return SYSTEM_LOCAL.contains(keyspace) || SYSTEM_REPLICATED.contains(keyspace);
    }

    static boolean isReplicatedSystem(String keyspace) {
        return SYSTEM_REPLICATED.contains(keyspace);
    }

    /** The keyspaces that were asked for by name; none if all are read. */
    List<String> named() {
        List<String> named = new ArrayList<>(others);
        relative.ifPresent(named::add);
        return named.stream().distinct().sorted().toList();
    }

    boolean reads(String keyspace) {
        // Asked for every row: no list is made for it.
        if (relative.isEmpty() && others.isEmpty()) {
            return !isSystem(keyspace);
        }
        return relative.filter(keyspace::equals).isPresent() || others.contains(keyspace);
    }

    /** A keyspace's name as paths have it. */
    String name(String keyspace) {
        return relative.isPresent() && relative.get().equals(keyspace) ? "" : keyspace;
    }

    /** An object as other facts refer to it. */
    String reference(String keyspace, String name) {
        String schema = name(keyspace);
        return schema.isEmpty() ? name : schema + "." + name;
    }

    /** What is put into statements so that the server sends no other keyspaces. */
    String restriction() {
        List<String> named = named();
        if (named.isEmpty()) {
            return "";
        }
        return "WHERE keyspace_name IN ("
                + String.join(
                        ", ",
                        named.stream()
                                .map(name -> "'" + name.replace("'", "''") + "'")
                                .toList())
                + ")";
    }
}
