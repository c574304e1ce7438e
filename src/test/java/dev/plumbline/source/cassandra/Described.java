package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import dev.plumbline.drift.Change;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the server says of a keyspace: the statement that makes it, object by object, without the keyspace's name.
 *
 * @param objects statements by {@code kind name}
 */
record Described(Map<String, String> objects) {

    static Described of(Cluster cluster, String keyspace, List<String> roles) {
        Map<String, String> objects = new TreeMap<>();
        for (Row row : cluster.ask("DESCRIBE KEYSPACE " + Cluster.quoted(keyspace))) {
            String type = String.valueOf(row.getString("type"));
            String name = type.equals("keyspace") ? "" : String.valueOf(row.getString("name"));
            objects.put(type + " " + bare(name), plain(String.valueOf(row.getString("create_statement")), keyspace));
        }
        for (String role : roles) {
            for (Row row : cluster.ask("LIST ALL PERMISSIONS OF " + Cluster.quoted(role))) {
                String resource = String.valueOf(row.getString("resource"));
                if (resource.contains(keyspace)) {
                    objects.merge(
                            "grants on " + resource.replace(keyspace, "?") + " to " + role,
                            String.valueOf(row.getString("permission")),
                            (one, other) -> one + " " + other);
                }
            }
        }
        return new Described(objects);
    }

    /** Of what the server said of all keyspaces, one keyspace; routines without their arguments. */
    static Described of(List<Row> rows, String keyspace) {
        Map<String, String> objects = new TreeMap<>();
        rows.stream()
                .filter(row -> row.getColumnDefinitions().contains("create_statement"))
                .filter(row -> keyspace.equals(row.getString("keyspace_name")))
                .forEach(row -> {
                    String type = String.valueOf(row.getString("type"));
                    String name = String.valueOf(row.getString("name"));
                    objects.merge(
                            object(type, type.equals("keyspace") ? "" : bare(name)),
                            plain(String.valueOf(row.getString("create_statement")), keyspace),
                            String::concat);
                });
        return new Described(objects);
    }

    /** An object as this class names it, a routine by its bare name. */
    static String object(String type, String name) {
        boolean routine = type.equals("function") || type.equals("aggregate");
        return type + " " + (routine ? name.replace("\"", "").replaceFirst("(?s)\\(.*", "") : name);
    }

    private static String bare(String name) {
        return name.replaceFirst("^\"(.*)\"$", "$1").replace("\"\"", "\"");
    }

    /** Of two spellings that mean the same the server keeps whichever was used. */
    private static String plain(String statement, String keyspace) {
        return statement
                .replace(keyspace + ".", "")
                .replace("KEYSPACE " + keyspace, "KEYSPACE")
                .replaceAll(
                        "USING '(?:org\\.apache\\.cassandra\\.index\\.sai\\.)?StorageAttachedIndex'", "USING 'sai'");
    }

    /** The objects, without grants, that only one of them has or that are not the same in both. */
    Set<String> unlike(Described other) {
        Set<String> names = new TreeSet<>(objects.keySet());
        names.addAll(other.objects.keySet());
        names.removeIf(name -> name.startsWith("grants ")
                || Optional.ofNullable(objects.get(name)).equals(Optional.ofNullable(other.objects.get(name))));
        return names;
    }

    /** The privileges that only one of them has. */
    boolean sameGrants(Described other) {
        return grants().equals(other.grants());
    }

    private Map<String, String> grants() {
        Map<String, String> grants = new TreeMap<>(objects);
        grants.keySet().removeIf(name -> !name.startsWith("grants "));
        return grants;
    }

    /** The objects that changes are about, named as the server names them. */
    static Set<String> touched(List<Change> changes, Snapshot one, Snapshot other) {
        Set<String> names = new TreeSet<>();
        for (Change change : changes) {
            names.addAll(touched(change.path(), one, other));
            // What is in a table comes and goes with it.
            Snapshot side = change.type() == Change.Type.MISSING ? one : other;
            if (change.type() == Change.Type.MISSING || change.type() == Change.Type.UNEXPECTED) {
                side.find(change.path())
                        .ifPresent(fact -> side.parts(fact, "index")
                                .forEach(index -> names.addAll(touched(index.path(), one, other))));
            }
            if (change.type() == Change.Type.RENAMED) {
                names.addAll(views(change.path().names().get(1), one, other));
            }
        }
        return names;
    }

    /** The views of a table, in which a column of the key is renamed too. */
    private static Set<String> views(String table, Snapshot one, Snapshot other) {
        Set<String> names = new TreeSet<>();
        for (Snapshot side : List.of(one, other)) {
            side.facts("materialized_view").stream()
                    .filter(view -> view.text("base_table").orElse("").matches("(?s)(.*\\.)?" + Pattern.quote(table)))
                    .forEach(view -> names.add("materialized_view " + view.name()));
        }
        return names;
    }

    private static Set<String> touched(FactPath path, Snapshot one, Snapshot other) {
        List<String> names = path.names();
        return switch (path.kind()) {
            case "keyspace" -> Set.of("keyspace ");
            case "table" -> Set.of("table " + names.get(1));
            case "column", "primary_key", "trigger" -> relation(names, one, other);
            case "materialized_view" -> Set.of("materialized_view " + names.get(1));
            case "index" -> Set.of("index " + names.get(2));
            case "type" -> Set.of("type " + names.get(1));
            case "routine" -> Set.of(routine(path, one, other) + " " + names.get(1));
            default -> Set.of();
        };
    }

    /** A view of all columns is described without naming them, so that it follows its table silently. */
    private static Set<String> relation(List<String> names, Snapshot one, Snapshot other) {
        FactPath view = new FactPath("materialized_view", names.subList(0, 2));
        Optional<Fact> here = one.find(view);
        Optional<Fact> there = other.find(view);
        if (here.isEmpty() && there.isEmpty()) {
            return Set.of("table " + names.get(1));
        }
        boolean silent = here.filter(v -> v.isTrue("all_columns")).isPresent()
                && there.filter(v -> v.isTrue("all_columns")).isPresent();
        return silent ? Set.of() : Set.of("materialized_view " + names.get(1));
    }

    private static String routine(FactPath path, Snapshot one, Snapshot other) {
        return one.find(path)
                .or(() -> other.find(path))
                .flatMap(f -> f.text("routine_kind"))
                .orElse("function");
    }
}
