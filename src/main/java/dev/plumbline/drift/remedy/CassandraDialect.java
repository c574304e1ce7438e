package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Cassandra. A table's keys and the types of its columns cannot be altered, so that for those no statement is known. */
final class CassandraDialect extends Dialect {

    final CassandraTables tables = new CassandraTables(this);
    private final CassandraColumns columns = new CassandraColumns(this);
    private final CassandraIndexes indexes = new CassandraIndexes(this);
    private final CassandraTypes types = new CassandraTypes(this);
    private final CassandraGrants grants = new CassandraGrants(this);
    private final CassandraRoles roles = new CassandraRoles(this);
    final CassandraRoutines routines = new CassandraRoutines(this);
    private final CassandraMasks masks = new CassandraMasks(this);

    CassandraDialect(Snapshot expected, Snapshot actual, Script script) {
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
        changes.stream()
                .filter(c ->
                        c.type() == Change.Type.UNEXPECTED && c.path().kind().equals("column"))
                .forEach(c -> replaced.addAll(viewsOf(c.path())));
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

    /** The views of a column's table: as long as there are any, the server drops none of its columns. */
    private List<FactPath> viewsOf(FactPath column) {
        List<String> names = column.names();
        String table = names.get(0).isEmpty() ? names.get(1) : names.get(0) + "." + names.get(1);
        return expected.facts("materialized_view").stream()
                .filter(v -> v.path().names().get(0).equals(names.get(0)))
                .filter(v -> text(v, "base_table").equals(table))
                .map(Fact::path)
                .filter(v -> actual.find(v).isPresent())
                .toList();
    }

    @Override
    boolean create(Fact fact, boolean withParent) {
        FactPath path = fact.path();
        String name = name(path);
        if (withParent && expected.parent(fact).filter(this::isUnknown).isPresent()) {
            // It comes with whoever makes the table by hand.
            return true;
        }
        switch (fact.kind().name()) {
            case "keyspace" -> {
                if (fact.name().isEmpty()) {
                    return false;
                }
                statement(
                        Phase.SCHEMA,
                        "CREATE KEYSPACE " + name + " WITH " + tables.replication(fact)
                                + (fact.isTrue("durable_writes") ? "" : " AND durable_writes = false"));
            }
            case "table" -> {
                if (isUnknown(fact)) {
                    return false;
                }
                String lines = expected.parts(fact, "column").stream()
                        .map(c -> "  " + quote(c.name()) + " " + type(c) + (c.isTrue("static") ? " static" : "")
                                + masks.made(c) + ",\n")
                        .collect(Collectors.joining());
                statement(
                        Phase.TABLE,
                        "CREATE TABLE " + name + " (\n" + lines + "  " + tables.key(fact) + "\n)" + tables.with(fact));
            }
            case "column" -> {
                if (!withParent && expected.find(in(path, "table")).isPresent()) {
                    if (!columns.canBeAdded(fact)) {
                        return false;
                    }
                    statement(
                            Phase.COLUMN,
                            "ALTER TABLE " + whole(path) + " ADD " + quote(fact.name()) + " " + type(fact)
                                    + (fact.isTrue("static") ? " static" : "") + masks.made(fact));
                }
            }
            case "primary_key" -> {
                return withParent;
            }
            case "index" -> indexes.create(fact);
            case "materialized_view" -> {
                String selected = fact.isTrue("all_columns")
                        ? "*"
                        : expected.parts(fact, "column").stream()
                                .map(c -> quote(c.name()))
                                .collect(Collectors.joining(", "));
                statement(
                        Phase.VIEW,
                        "CREATE MATERIALIZED VIEW " + name + " AS\nSELECT " + selected + " FROM "
                                + reference(text(fact, "base_table")) + "\nWHERE " + text(fact, "where_clause") + "\n"
                                + tables.key(fact) + tables.with(fact));
            }
            case "type" ->
                statement(Phase.TYPE, "CREATE TYPE " + name + " (" + String.join(", ", fact.list("fields")) + ")");
            case "routine" -> routines.create(fact);
            case "trigger" ->
                statement(
                        Phase.TRIGGER,
                        "CREATE TRIGGER " + quote(fact.name()) + " ON " + whole(path) + " USING "
                                + literal(text(fact, "class")));
            case "role" -> roles.create(fact);
            case "grant" -> {
                return grants.change(fact.path(), null, fact);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether a table cannot be made any more. */
    private boolean isUnknown(Fact table) {
        return table.kind().name().equals("table")
                && (text(table, "table_kind").startsWith("compact")
                        || !expected.parts(table, "column").stream().allMatch(columns::canBeMade));
    }

    /** The server shows {@code empty}, which it does not read. */
    private static String type(Fact column) {
        String type = text(column, "type");
        return type.equals("empty") ? "'EmptyType'" : type;
    }

    /** Whether a role is to go, and with it what it is granted. */
    boolean isDropped(String role) {
        FactPath path = new FactPath("role", List.of(role));
        return expected.coverage().complete("role")
                && expected.find(path).isEmpty()
                && actual.find(path).isPresent();
    }

    @Override
    boolean drop(Fact fact, FactPath path) {
        String name = name(path);
        switch (fact.kind().name()) {
            case "keyspace" -> script.destroy(Phase.DROP_SCHEMA, "DROP KEYSPACE " + name, LOSES_ROWS);
            case "table" -> script.destroy(Phase.DROP_TABLE, "DROP TABLE " + name, LOSES_ROWS);
            case "column" -> {
                if (actual.find(in(fact.path(), "table")).isPresent()) {
                    if (!columns.canBeDropped(fact)) {
                        return false;
                    }
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
            case "routine" -> routines.drop(fact, path);
            case "trigger" ->
                statement(Phase.DROP_TRIGGER, "DROP TRIGGER " + quote(path.name()) + " ON " + whole(path));
            case "role" -> roles.drop(fact);
            case "grant" -> {
                return grants.change(path, fact, null);
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
                if (before.name().isEmpty()) {
                    return;
                }
                List<String> options = new ArrayList<>();
                if (changes.keySet().removeAll(Set.of("replication_strategy", "replication_factors"))) {
                    options.add(tables.replication(before));
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
                List<String> options = tables.options(before, Set.copyOf(changes.keySet()));
                if (!options.isEmpty()) {
                    statement(
                            Phase.COLUMN,
                            "ALTER " + (path.kind().equals("table") ? "TABLE " : "MATERIALIZED VIEW ") + name + " WITH "
                                    + String.join(" AND ", options));
                }
                CassandraTables.NUMBERS.keySet().forEach(changes::remove);
                CassandraTables.TEXTS.keySet().forEach(changes::remove);
                List.of("compaction", "compaction_options", "compression", "compression_options", "caching")
                        .forEach(changes::remove);
                if (actual.find(path).isPresent()) {
                    tables.keysFollowRenames(before, after, changes);
                }
            }
            case "column" -> {
                if (changes.remove("mask") != null) {
                    masks.change(before, after);
                }
                if (expected.find(in(path, "table")).isEmpty()) {
                    changes.clear();
                }
            }
            case "primary_key" -> {
                boolean renames =
                        before.list("columns").size() == after.list("columns").size();
                if (renames && tables.renamedOnly(before.path(), before.list("columns"), after.list("columns"))) {
                    changes.clear();
                }
            }
            case "index" -> again(before, path, after, changes);
            case "type" -> types.change(before, after, name, changes);
            case "grant" -> {
                if (grants.change(path, after, before)) {
                    changes.clear();
                }
            }
            case "routine" -> routines.change(before, after, changes);
            case "trigger" -> again(before, path, after, changes);
            case "role" -> roles.change(before, after, changes);
            default -> {}
        }
    }
}
