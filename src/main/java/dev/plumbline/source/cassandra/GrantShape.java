package dev.plumbline.source.cassandra;

import dev.plumbline.fact.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Privileges. The server names what they are on by a path of its own: {@code data/shop/orders}, {@code data/shop/*} for
 * all tables of a keyspace, {@code functions/shop/total[…]}, {@code roles/app}, {@code mbean/…}.
 */
final class GrantShape {

    /** What the creator of an object is given on it; those of 5.0 are lacking on objects created before. */
    private static final Set<String> SINCE_5 = Set.of("SELECT_MASKED", "UNMASK");

    private static final Map<String, Set<String>> CREATOR = Map.of(
            "keyspace", Set.of("ALTER", "AUTHORIZE", "CREATE", "DROP", "MODIFY", "SELECT"),
            "table", Set.of("ALTER", "AUTHORIZE", "DROP", "MODIFY", "SELECT"),
            "functions", Set.of("ALTER", "AUTHORIZE", "CREATE", "DROP", "EXECUTE"),
            "routine", Set.of("ALTER", "AUTHORIZE", "DROP", "EXECUTE"),
            "role", Set.of("ALTER", "AUTHORIZE", "DESCRIBE", "DROP"));

    private final Answers answers;
    private final Set<String> superusers;
    private final Set<List<String>> views;

    GrantShape(Answers answers) {
        this.answers = answers;
        this.superusers = answers.all("role.cql").stream()
                .filter(row -> row.isTrue("superuser"))
                .map(row -> row.text("role"))
                .collect(Collectors.toSet());
        this.views = answers.inScope("materialized_view.cql").stream()
                .map(row -> List.of(row.text("schema"), row.text("view")))
                .collect(Collectors.toSet());
    }

    /**
     * @param object kind of the object and its names
     * @param attribute which privileges on it
     * @param created what its creator is given, by {@link #CREATOR}
     */
    private record Resource(List<String> object, String attribute, String created) {}

    Stream<Fact> facts() {
        Map<List<String>, Map<String, List<String>>> attributes = new HashMap<>();
        for (Row row : answers.all("grant.cql")) {
            Resource resource = resource(row.text("resource"));
            if (row.list("permissions").isEmpty() || outOfScope(row.text("resource")) || byCreation(row, resource)) {
                continue;
            }
            List<String> path = new ArrayList<>(resource.object());
            path.add(row.text("role"));
            attributes
                    .computeIfAbsent(path, p -> new TreeMap<>(Map.of("privileges", List.of())))
                    .put(resource.attribute(), row.list("permissions"));
        }
        return attributes.entrySet().stream()
                .map(entry -> answers.fact("grant", new Row(Map.of()), entry.getValue(), entry.getKey()));
    }

    private boolean byCreation(Row row, Resource resource) {
        Set<String> privileges = new HashSet<>(row.list("permissions"));
        privileges.removeAll(SINCE_5);
        return superusers.contains(row.text("role"))
                && !ofTheServer(row.text("resource"))
                && privileges.equals(CREATOR.getOrDefault(resource.created(), Set.of()));
    }

    /** Nobody of ours created what the server brings along. */
    private static boolean ofTheServer(String resource) {
        String[] parts = resource.split("/", 3);
        return parts.length > 1 && parts[0].equals("data") && Scope.isSystem(parts[1]);
    }

    private Resource resource(String text) {
        String[] parts = text.split("/", 3);
        boolean whole = parts.length == 1;
        List<String> server = List.of("server", "server");
        return switch (parts[0]) {
            case "data" -> whole ? new Resource(server, "privileges", "") : data(parts);
            case "functions" -> whole ? new Resource(server, "function_privileges", "") : functions(parts);
            case "roles" ->
                whole
                        ? new Resource(server, "role_privileges", "")
                        : new Resource(List.of("role", text.substring("roles/".length())), "privileges", "role");
            case "mbean" ->
                whole
                        ? new Resource(server, "mbean_privileges", "")
                        : new Resource(List.of("mbean", text.substring("mbean/".length())), "privileges", "");
            default -> new Resource(List.of("resource", text), "privileges", "");
        };
    }

    private Resource data(String[] parts) {
        String keyspace = answers.scope().name(parts[1]);
        if (parts.length == 2) {
            return new Resource(List.of("keyspace", keyspace), "privileges", "keyspace");
        }
        if (parts[2].equals("*")) {
            return new Resource(List.of("keyspace", keyspace), "table_privileges", "");
        }
        String kind = views.contains(List.of(parts[1], parts[2])) ? "materialized_view" : "table";
        return new Resource(List.of(kind, keyspace, parts[2]), "privileges", "table");
    }

    private Resource functions(String[] parts) {
        String keyspace = answers.scope().name(parts[1]);
        if (parts.length == 2) {
            return new Resource(List.of("keyspace", keyspace), "function_privileges", "functions");
        }
        // The types are names of classes, which hold no bracket; the function's own name may.
        int bracket = parts[2].lastIndexOf('[');
        String name = bracket < 0 ? parts[2] : parts[2].substring(0, bracket);
        List<String> types =
                MarshalType.list(bracket < 0 ? "" : parts[2].substring(bracket + 1, parts[2].length() - 1));
        return new Resource(List.of("routine", keyspace, RoutineShape.signature(name, types)), "privileges", "routine");
    }

    /** Whether it is on a keyspace that is not read; those of the server's own keyspaces always are. */
    private boolean outOfScope(String resource) {
        String[] parts = resource.split("/", 3);
        boolean inKeyspace = parts.length > 1 && (parts[0].equals("data") || parts[0].equals("functions"));
        return inKeyspace && !answers.scope().reads(parts[1]) && !Scope.isSystem(parts[1]);
    }
}
