package dev.plumbline.drift;

import dev.plumbline.drift.RemedyScript.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Cassandra. A table's keys and the types of its columns cannot be altered, so that for those no statement is known. */
final class CassandraRemedy extends RemedyDialect {

    /** Attributes that are options of the same name, with the name in CQL. */
    private static final Map<String, String> NUMBERS = new TreeMap<>(Map.ofEntries(
            Map.entry("default_ttl", "default_time_to_live"),
            Map.entry("gc_grace_seconds", "gc_grace_seconds"),
            Map.entry("bloom_filter_fp_chance", "bloom_filter_fp_chance"),
            Map.entry("crc_check_chance", "crc_check_chance"),
            Map.entry("min_index_interval", "min_index_interval"),
            Map.entry("max_index_interval", "max_index_interval"),
            Map.entry("memtable_flush_period_millis", "memtable_flush_period_in_ms"),
            Map.entry("cdc", "cdc"),
            Map.entry("incremental_backups", "incremental_backups"),
            Map.entry("auto_snapshot", "allow_auto_snapshot")));

    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "comment", "comment",
            "speculative_retry", "speculative_retry",
            "additional_write_policy", "additional_write_policy",
            "read_repair", "read_repair",
            "memtable", "memtable"));

    private static final Map<String, String> PRIVILEGES = new TreeMap<>(Map.of(
            "privileges", "",
            "table_privileges", "ALL TABLES IN ",
            "function_privileges", "ALL FUNCTIONS IN ",
            "role_privileges", "ALL ROLES",
            "mbean_privileges", "ALL MBEANS"));

    CassandraRemedy(Snapshot expected, Snapshot actual, RemedyScript script) {
        super(expected, actual, script);
    }

    @Override
    String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    Set<FactPath> replaced(List<Change> changes, UnaryOperator<FactPath> now) {
        Set<FactPath> replaced = new LinkedHashSet<>();
        Set<String> renamedOn = new LinkedHashSet<>();
        changes.stream()
                .filter(c -> c.type() == Change.Type.RENAMED && c.path().kind().equals("column"))
                .forEach(c -> renamedOn.add(c.path().names().get(1)));
        for (Change change : changes) {
            boolean view = change.path().kind().equals("materialized_view");
            FactPath path = now.apply(change.path());
            // A key that is renamed in the table is renamed in its views.
            boolean follows =
                    expected.find(path).map(v -> renamedOn.contains(v.name())).orElse(false);
            if (view
                    && Set.of("where_clause", "all_columns", "partition_columns", "clustering_columns", "base_table")
                            .contains(change.attribute())
                    && !follows) {
                replaced.add(path);
            }
        }
        return replaced;
    }

    private String map(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> literal(e.getKey()) + ": " + literal(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private String replication(Fact keyspace) {
        Map<String, String> replication = new TreeMap<>();
        map(keyspace, "replication_factors")
                .forEach((k, v) -> replication.put(k.equals("*") ? "replication_factor" : k, v));
        replication.put("class", text(keyspace, "replication_strategy"));
        return "replication = " + map(replication);
    }

    /** The options that differ from the usual ones, or from what is there. */
    private List<String> options(Fact fact, Set<String> attributes) {
        List<String> options = new ArrayList<>();
        NUMBERS.forEach((attribute, option) -> {
            if (attributes.contains(attribute)) {
                options.add(option + " = " + text(fact, attribute));
            }
        });
        TEXTS.forEach((attribute, option) -> {
            if (attributes.contains(attribute)) {
                options.add(option + " = " + literal(text(fact, attribute)));
            }
        });
        if (attributes.contains("compaction") || attributes.contains("compaction_options")) {
            options.add("compaction = " + map(with(fact, "compaction_options", "class", text(fact, "compaction"))));
        }
        if (attributes.contains("compression") || attributes.contains("compression_options")) {
            boolean none = text(fact, "compression").equals("none");
            options.add("compression = "
                    + (none
                            ? "{'enabled': 'false'}"
                            : map(with(fact, "compression_options", "class", text(fact, "compression")))));
        }
        if (attributes.contains("caching")) {
            Map<String, String> caching = new TreeMap<>(Map.of("keys", "ALL", "rows_per_partition", "NONE"));
            caching.putAll(map(fact, "caching"));
            options.add("caching = " + map(caching));
        }
        return options;
    }

    private static Map<String, String> with(Fact fact, String attribute, String key, String value) {
        Map<String, String> all = new TreeMap<>(map(fact, attribute));
        all.put(key, value);
        return all;
    }

    /** Attributes of a fact whose value is not the usual one. */
    private static Set<String> unusual(Fact fact) {
        return fact.kind().attributes().stream()
                .filter(a -> a.compared()
                        && fact.get(a.name()) != null
                        && !Objects.equals(fact.get(a.name()), a.otherwise()))
                .map(a -> a.name())
                .collect(Collectors.toSet());
    }

    private String key(Fact fact) {
        List<String> clustering = fact.list("clustering_columns").stream()
                .map(c -> quote(c.replaceFirst(" (ASC|DESC)$", "")))
                .toList();
        return "PRIMARY KEY (" + columns(fact.list("partition_columns"))
                + clustering.stream().map(c -> ", " + c).collect(Collectors.joining()) + ")";
    }

    private String with(Fact fact) {
        List<String> options = new ArrayList<>();
        List<String> clustering = fact.list("clustering_columns");
        if (clustering.stream().anyMatch(c -> c.endsWith(" DESC"))) {
            options.add("CLUSTERING ORDER BY "
                    + clustering.stream()
                            .map(c -> c.endsWith(" DESC")
                                    ? quote(c.substring(0, c.length() - 5)) + " DESC"
                                    : quote(c.replaceFirst(" ASC$", "")) + " ASC")
                            .collect(Collectors.joining(", ", "(", ")")));
        }
        options.addAll(options(fact, unusual(fact)));
        return options.isEmpty() ? "" : "\nWITH " + String.join("\n  AND ", options);
    }

    @Override
    boolean create(Fact fact, boolean withParent) {
        FactPath path = fact.path();
        String name = name(path);
        switch (fact.kind().name()) {
            case "keyspace" ->
                statement(
                        Phase.SCHEMA,
                        "CREATE KEYSPACE " + name + " WITH " + replication(fact)
                                + (fact.isTrue("durable_writes") ? "" : " AND durable_writes = false"));
            case "table" -> {
                if (text(fact, "table_kind").startsWith("compact")) {
                    return false;
                }
                String columns = expected.parts(fact, "column").stream()
                        .map(c -> "  " + quote(c.name()) + " " + text(c, "type") + (c.isTrue("static") ? " static" : "")
                                + mask(c) + ",\n")
                        .collect(Collectors.joining());
                statement(
                        Phase.TABLE, "CREATE TABLE " + name + " (\n" + columns + "  " + key(fact) + "\n)" + with(fact));
            }
            case "column" -> {
                if (!withParent && expected.find(in(path, "table")).isPresent()) {
                    statement(
                            Phase.COLUMN,
                            "ALTER TABLE " + whole(path) + " ADD " + quote(fact.name()) + " " + text(fact, "type")
                                    + (fact.isTrue("static") ? " static" : "") + mask(fact));
                }
            }
            case "primary_key" -> {
                return withParent;
            }
            case "index" -> createIndex(fact);
            case "materialized_view" -> {
                String columns = fact.isTrue("all_columns")
                        ? "*"
                        : expected.parts(fact, "column").stream()
                                .map(c -> quote(c.name()))
                                .collect(Collectors.joining(", "));
                statement(
                        Phase.VIEW,
                        "CREATE MATERIALIZED VIEW " + name + " AS\nSELECT " + columns + " FROM "
                                + reference(text(fact, "base_table")) + "\nWHERE " + text(fact, "where_clause") + "\n"
                                + key(fact) + with(fact));
            }
            case "type" ->
                statement(Phase.TYPE, "CREATE TYPE " + name + " (" + String.join(", ", fact.list("fields")) + ")");
            case "routine" -> {
                return createRoutine(fact);
            }
            case "grant" -> {
                return grants(fact.path(), null, fact);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String mask(Fact column) {
        return column.text("mask").map(m -> " MASKED WITH " + m).orElse("");
    }

    private void createIndex(Fact fact) {
        String method = text(fact, "method");
        boolean custom = !method.equals("secondary");
        String shown = switch (method) {
            case "sai" -> "StorageAttachedIndex";
            case "sasi" -> "org.apache.cassandra.index.sasi.SASIIndex";
            default -> method;
        };
        Map<String, String> options = map(fact, "index_options");
        statement(
                Phase.INDEX,
                "CREATE " + (custom ? "CUSTOM " : "") + "INDEX " + quote(fact.name()) + " ON " + whole(fact.path())
                        + " ("
                        + fact.list("keys").stream().map(k -> target(fact, k)).collect(Collectors.joining(", ")) + ")"
                        + (custom ? " USING " + literal(shown) : "")
                        + (options.isEmpty() ? "" : " WITH OPTIONS = " + map(options)));
    }

    /** A column, or {@code keys(column)} and the like. */
    private String target(Fact index, String key) {
        for (Fact column : expected.facts("column")) {
            String name = column.name();
            if (!in(column.path(), "table").equals(in(index.path(), "table"))) {
                continue;
            }
            if (key.equals(name) || key.equals(quote(name))) {
                return quote(name);
            }
            for (String part : List.of("keys", "values", "entries", "full")) {
                if (key.equals(part + "(" + name + ")") || key.equals(part + "(" + quote(name) + ")")) {
                    return part + "(" + quote(name) + ")";
                }
            }
        }
        return key;
    }

    private boolean createRoutine(Fact fact) {
        if (!text(fact, "routine_kind").equals("function")) {
            return false;
        }
        String signature = fact.name();
        int bracket = signature.indexOf('(');
        String base = bracket < 0 ? signature : signature.substring(0, bracket);
        statement(
                Phase.ROUTINE,
                "CREATE FUNCTION " + name(List.of(fact.path().names().get(0), base)) + " (" + text(fact, "arguments")
                        + ") "
                        + (fact.isTrue("called_on_null") ? "CALLED" : "RETURNS NULL") + " ON NULL INPUT RETURNS "
                        + text(fact, "returns")
                        + " LANGUAGE " + text(fact, "language") + " AS " + literal(text(fact, "body")));
        return true;
    }

    private String routine(FactPath path) {
        String signature = path.name();
        int bracket = signature.indexOf('(');
        String base = bracket < 0 ? signature : signature.substring(0, bracket);
        return name(List.of(path.names().get(0), base)) + signature.substring(base.length());
    }

    @Override
    boolean drop(Fact fact, FactPath path) {
        String name = name(path);
        switch (fact.kind().name()) {
            case "keyspace" -> script.destroy(Phase.DROP_SCHEMA, "DROP KEYSPACE " + name, LOSES_ROWS);
            case "table" -> script.destroy(Phase.DROP_TABLE, "DROP TABLE " + name, LOSES_ROWS);
            case "column" -> {
                if (actual.find(in(fact.path(), "table")).isPresent()) {
                    script.destroy(
                            Phase.DROP_COLUMN,
                            "ALTER TABLE " + whole(path) + " DROP " + quote(path.name()),
                            LOSES_VALUES);
                }
            }
            case "index" ->
                statement(
                        Phase.DROP_INDEX,
                        "DROP INDEX " + name(List.of(path.names().get(0), path.name())));
            case "materialized_view" -> statement(Phase.DROP_VIEW, "DROP MATERIALIZED VIEW " + name);
            case "type" -> statement(Phase.DROP_TYPE, "DROP TYPE " + name);
            case "routine" ->
                statement(
                        Phase.DROP_ROUTINE,
                        "DROP " + (text(fact, "routine_kind").equals("aggregate") ? "AGGREGATE " : "FUNCTION ")
                                + routine(path));
            case "grant" -> {
                return grants(path, fact, null);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
        if (!path.kind().equals("column")) {
            return false;
        }
        boolean key = Set.of("partition_key", "clustering").contains(text(fact, "key_kind"));
        if (expected.find(in(path, "table")).isEmpty()) {
            return true;
        }
        if (key) {
            statement(
                    Phase.RENAME,
                    "ALTER TABLE " + whole(path) + " RENAME " + quote(path.name()) + " TO " + quote(fact.name()));
            return true;
        }
        // Only keys have a RENAME: another column under another name is another column.
        return actual.find(change.path()).map(there -> drop(there, path)).orElse(false) && create(fact, false);
    }

    @Override
    void change(Fact before, Fact after, Map<String, Change> changes) {
        FactPath path = before.path();
        String name = name(path);
        switch (before.kind().name()) {
            case "keyspace" -> {
                List<String> options = new ArrayList<>();
                if (changes.keySet().removeAll(Set.of("replication_strategy", "replication_factors"))) {
                    options.add(replication(before));
                }
                if (changes.remove("durable_writes") != null) {
                    options.add("durable_writes = " + before.isTrue("durable_writes"));
                }
                script.note(
                        Phase.SCHEMA,
                        "ALTER KEYSPACE " + name + " WITH " + String.join(" AND ", options),
                        "run a repair when replicas were added");
            }
            case "table", "materialized_view" -> {
                List<String> options = options(before, Set.copyOf(changes.keySet()));
                if (!options.isEmpty()) {
                    statement(
                            Phase.COLUMN,
                            "ALTER " + (path.kind().equals("table") ? "TABLE " : "MATERIALIZED VIEW ") + name + " WITH "
                                    + String.join(" AND ", options));
                }
                NUMBERS.keySet().forEach(changes::remove);
                TEXTS.keySet().forEach(changes::remove);
                List.of("compaction", "compaction_options", "compression", "compression_options", "caching")
                        .forEach(changes::remove);
                if (actual.find(path).isPresent()) {
                    keysFollowRenames(before, after, changes);
                }
            }
            case "column" -> {
                if (changes.remove("mask") != null) {
                    statement(
                            Phase.COLUMN,
                            "ALTER TABLE " + whole(path) + " ALTER " + quote(path.name())
                                    + before.text("mask")
                                            .map(m -> " MASKED WITH " + m)
                                            .orElse(" DROP MASKED"));
                }
                if (expected.find(in(path, "table")).isEmpty()) {
                    changes.clear();
                }
            }
            case "primary_key" -> {
                boolean renames =
                        before.list("columns").size() == after.list("columns").size();
                if (renames && renamedOnly(before.path(), before.list("columns"), after.list("columns"))) {
                    changes.clear();
                }
            }
            case "index" -> again(before, path, after, changes);
            case "type" -> changeType(before, after, name, changes);
            case "grant" -> {
                if (grants(path, after, before)) {
                    changes.clear();
                }
            }
            case "routine" -> {
                if (createRoutine(before) && drop(after, path)) {
                    changes.clear();
                }
            }
            default -> {}
        }
    }

    /** A renamed key column shows in the keys too, and is mended by the rename. */
    private void keysFollowRenames(Fact before, Fact after, Map<String, Change> changes) {
        for (String attribute : List.of("partition_columns", "clustering_columns")) {
            if (renamedOnly(
                    new FactPath("primary_key", List.of(before.path().names().get(0), before.name(), "")),
                    bare(before.list(attribute)),
                    bare(after.list(attribute)))) {
                changes.remove(attribute);
            }
        }
    }

    private static List<String> bare(List<String> columns) {
        return columns.stream().map(c -> c.replaceFirst(" (ASC|DESC)$", "")).toList();
    }

    private boolean renamedOnly(FactPath key, List<String> before, List<String> after) {
        List<String> table = key.names().subList(0, 2);
        List<String> lost = without(before, after);
        return before.size() == after.size()
                && !lost.isEmpty()
                && lost.stream()
                        .allMatch(c -> actual.find(new FactPath("column", List.of(table.get(0), table.get(1), c)))
                                .isEmpty());
    }

    private void changeType(Fact before, Fact after, String name, Map<String, Change> changes) {
        List<String> wanted = before.list("fields");
        List<String> there = after.list("fields");
        if (wanted.size() >= there.size() && wanted.subList(0, there.size()).equals(there)) {
            wanted.subList(there.size(), wanted.size())
                    .forEach(f -> statement(Phase.TYPE, "ALTER TYPE " + name + " ADD " + f));
            changes.remove("fields");
            return;
        }
        if (wanted.size() != there.size()) {
            return;
        }
        List<String> renames = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String[] a = field(there.get(i));
            String[] b = field(wanted.get(i));
            if (!a[1].equals(b[1])) {
                return;
            }
            if (!a[0].equals(b[0])) {
                renames.add(a[0] + " TO " + b[0]);
            }
        }
        statement(Phase.TYPE, "ALTER TYPE " + name + " RENAME " + String.join(" AND ", renames));
        changes.remove("fields");
    }

    /** Name, as written, and type of a field. */
    private static String[] field(String field) {
        int end = field.startsWith("\"") ? field.lastIndexOf('"') + 1 : field.indexOf(' ');
        end = end <= 0 ? field.length() : end;
        return new String[] {field.substring(0, end), field.substring(end).strip()};
    }

    private boolean grants(
            FactPath path,
            @org.jspecify.annotations.Nullable Fact after,
            @org.jspecify.annotations.Nullable Fact before) {
        List<String> names = path.names();
        String kind = names.get(0);
        List<String> object = names.subList(1, names.size() - 1);
        String role = quote(path.name());
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
            without(has, wants).forEach(p -> statement(Phase.GRANT, "REVOKE " + p + " ON " + on + " FROM " + role));
            without(wants, has).forEach(p -> statement(Phase.GRANT, "GRANT " + p + " ON " + on + " TO " + role));
        }
        return known;
    }

    /** Empty if it cannot be named, as the keyspace of a relative snapshot cannot. */
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
            case "keyspace" -> unnamed ? "" : words + "KEYSPACE " + name(object);
            case "table", "materialized_view" -> "TABLE " + name(object);
            case "routine" -> "FUNCTION " + routine(new FactPath("routine", object));
            case "role" -> "ROLE " + quote(object.get(0));
            case "mbean" -> (object.get(0).contains("*") ? "MBEANS " : "MBEAN ") + literal(object.get(0));
            default -> "";
        };
    }
}
