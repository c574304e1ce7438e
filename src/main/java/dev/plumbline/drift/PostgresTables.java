package dev.plumbline.drift;

import dev.plumbline.drift.RemedyScript.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** PostgreSQL's tables, columns, constraints and indexes. */
final class PostgresTables {

    private final PostgresRemedy sql;

    PostgresTables(PostgresRemedy sql) {
        this.sql = sql;
    }

    boolean create(Fact table) {
        String name = sql.name(table.path());
        StringBuilder text = new StringBuilder("CREATE ")
                .append(RemedyDialect.text(table, "persistence").equals("unlogged") ? "UNLOGGED " : "");
        boolean foreign = table.text("foreign_server").isPresent();
        text.append(foreign ? "FOREIGN TABLE " : "TABLE ").append(name);
        if (table.text("of_type").isPresent()) {
            text.append(" OF ").append(sql.reference(RemedyDialect.text(table, "of_type")));
        } else if (table.text("partition_of").isPresent()) {
            text.append(" PARTITION OF ").append(sql.reference(RemedyDialect.text(table, "partition_of")));
            text.append(' ').append(RemedyDialect.text(table, "partition_bound"));
        } else {
            text.append(sql.expected.parts(table, "column").stream()
                    .filter(c -> !c.isTrue("inherited"))
                    .map(c -> "\n  " + sql.quote(c.name()) + " " + definition(c, true))
                    .collect(Collectors.joining(",", " (", "\n)")));
        }
        if (!table.list("inherits").isEmpty()) {
            text.append(" INHERITS (")
                    .append(table.list("inherits").stream().map(sql::reference).collect(Collectors.joining(", ")))
                    .append(')');
        }
        table.text("partition_by").ifPresent(by -> text.append(" PARTITION BY ").append(by));
        table.text("access_method")
                .filter(m -> !m.equals("heap"))
                .ifPresent(m -> text.append(" USING ").append(sql.quote(m)));
        SortedMap<String, String> options = RemedyDialect.map(table, "options");
        RemedyDialect.map(table, "toast_options").forEach((k, v) -> options.put("toast." + k, v));
        text.append(sql.with(options));
        table.text("tablespace").ifPresent(t -> text.append(" TABLESPACE ").append(sql.quote(t)));
        if (foreign) {
            text.append(" SERVER ").append(sql.quote(RemedyDialect.text(table, "foreign_server")));
            foreignOptions(table, text);
        }
        sql.statement(Phase.TABLE, text.toString());
        if (table.isTrue("row_security")) {
            sql.statement(Phase.TRIGGER, "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY");
        }
        if (table.isTrue("force_row_security")) {
            sql.statement(Phase.TRIGGER, "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
        }
        if (!RemedyDialect.text(table, "replica_identity").equals("default")) {
            replicaIdentity(table);
        }
        return true;
    }

    private void foreignOptions(Fact fact, StringBuilder text) {
        Map<String, String> options = RemedyDialect.map(fact, "foreign_options");
        if (!options.isEmpty()) {
            text.append(options.entrySet().stream()
                    .map(e -> sql.quote(e.getKey()) + " " + sql.literal(e.getValue()))
                    .collect(Collectors.joining(", ", " OPTIONS (", ")")));
        }
    }

    /** Names of options may have a prefix, as in {@code toast.autovacuum_enabled}. */
    String settings(Map<String, String> options) {
        return options.entrySet().stream()
                .map(e -> option(e.getKey()) + " = " + sql.literal(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String option(String name) {
        return name.startsWith("toast.") ? "toast." + sql.quote(name.substring(6)) : sql.quote(name);
    }

    /** Sets and resets options of a table, a column, a view or an index. */
    void options(String alter, Map<String, String> wanted, Map<String, String> there, String prefix) {
        Map<String, String> set = new TreeMap<>();
        wanted.forEach((k, v) -> {
            if (!v.equals(there.get(k))) {
                set.put(prefix + k, v);
            }
        });
        List<String> gone = RemedyDialect.without(List.copyOf(there.keySet()), List.copyOf(wanted.keySet()));
        if (!set.isEmpty()) {
            sql.statement(Phase.COMMENT, alter + " SET (" + settings(set) + ")");
        }
        if (!gone.isEmpty()) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " RESET ("
                            + gone.stream().map(k -> option(prefix + k)).collect(Collectors.joining(", ")) + ")");
        }
    }

    String collation(String collation) {
        for (Fact fact : sql.expected.facts("collation")) {
            List<String> names = fact.path().names();
            if (collation.equals(names.get(0).isEmpty() ? fact.name() : names.get(0) + "." + fact.name())) {
                return sql.name(names);
            }
        }
        return sql.quote(collation);
    }

    private String definition(Fact column, boolean withNull) {
        StringBuilder text = new StringBuilder(RemedyDialect.text(column, "type"));
        foreignOptions(column, text);
        column.text("collation").ifPresent(c -> text.append(" COLLATE ").append(collation(c)));
        if (column.text("generated").isPresent()) {
            text.append(" GENERATED ALWAYS AS (")
                    .append(RemedyDialect.text(column, "generated"))
                    .append(") ")
                    .append(RemedyDialect.text(column, "generated_kind").toUpperCase(Locale.ROOT));
        } else if (column.text("identity").isPresent()) {
            text.append(' ').append(identity(column));
        } else {
            column.text("default").ifPresent(d -> text.append(" DEFAULT ").append(d));
        }
        if (withNull && !column.isTrue("nullable")) {
            column.text("not_null_name")
                    .ifPresent(n -> text.append(" CONSTRAINT ").append(sql.quote(n)));
            text.append(" NOT NULL").append(noInherit(column));
        }
        return text.toString();
    }

    private static String noInherit(Fact column) {
        return Boolean.FALSE.equals(column.get("not_null_inherited")) ? " NO INHERIT" : "";
    }

    private String identity(Fact column) {
        List<String> options = new ArrayList<>();
        column.text("identity_sequence")
                .ifPresent(s -> options.add("SEQUENCE NAME "
                        + sql.name(List.of(column.path().names().get(0), s))));
        RemedyDialect.map(column, "identity_options").forEach((k, v) -> options.add(identityOption(k, v)));
        options.removeIf(String::isEmpty);
        return "GENERATED " + RemedyDialect.text(column, "identity").toUpperCase(Locale.ROOT) + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private static String identityOption(String name, String value) {
        return switch (name) {
            case "start" -> "START WITH " + value;
            case "increment" -> "INCREMENT BY " + value;
            case "minimum" -> "MINVALUE " + value;
            case "maximum" -> "MAXVALUE " + value;
            case "cache" -> "CACHE " + value;
            case "cycle" -> "CYCLE";
            default -> "";
        };
    }

    /** Whether the column is one that a partition has from its partitioned table, or a table from the one it inherits from. */
    boolean partition(Fact column) {
        return sql.expected
                .find(RemedyDialect.in(column.path(), "table"))
                .or(() -> sql.actual.find(RemedyDialect.in(column.path(), "table")))
                .flatMap(t -> t.text("partition_of"))
                .isPresent();
    }

    private Optional<FactPath> parent(FactPath table) {
        Optional<Fact> fact = sql.actual.find(table);
        List<String> parents = new ArrayList<>();
        fact.flatMap(f -> f.text("partition_of")).ifPresent(parents::add);
        fact.ifPresent(f -> parents.addAll(f.list("inherits")));
        return sql.actual.facts("table").stream()
                .map(Fact::path)
                .filter(p -> parents.contains(
                        p.names().get(0).isEmpty() ? p.name() : p.names().get(0) + "." + p.name()))
                .findFirst();
    }

    void createColumn(Fact column, boolean withParent) {
        String table = sql.whole(column.path());
        boolean inherited = column.isTrue("inherited") || partition(column);
        boolean inTable =
                sql.expected.find(RemedyDialect.in(column.path(), "table")).isPresent();
        if (!withParent && !inherited && inTable) {
            sql.script.note(
                    Phase.COLUMN,
                    "ALTER TABLE " + table + " ADD COLUMN " + sql.quote(column.name()) + " " + definition(column, true),
                    "a new column stands last");
        }
        if (!withParent || inTable) {
            settings(column);
        }
        sql.comment(column, column.path());
    }

    /** What CREATE TABLE cannot say. */
    private void settings(Fact column) {
        String alter = alter(column);
        column.text("storage").ifPresent(s -> sql.statement(Phase.COMMENT, alter + " SET STORAGE " + s));
        column.text("compression").ifPresent(c -> sql.statement(Phase.COMMENT, alter + " SET COMPRESSION " + c));
        if (column.get("statistics_target") != null) {
            sql.statement(Phase.COMMENT, alter + " SET STATISTICS " + column.get("statistics_target"));
        }
        options(alter, RemedyDialect.map(column, "options"), Map.of(), "");
    }

    private String alter(Fact column) {
        return "ALTER TABLE " + sql.whole(column.path()) + " ALTER COLUMN " + sql.quote(column.name());
    }

    void dropColumn(Fact column, FactPath path) {
        boolean inTable =
                sql.actual.find(RemedyDialect.in(column.path(), "table")).isPresent();
        if (column.isTrue("inherited") || partition(column) || !inTable) {
            return;
        }
        String drop = "ALTER TABLE " + sql.whole(path) + " DROP COLUMN " + sql.quote(path.name());
        if (column.text("generated").isPresent()) {
            sql.statement(Phase.DROP_COLUMN, drop);
        } else {
            sql.script.destroy(Phase.DROP_COLUMN, drop, RemedyDialect.LOSES_VALUES);
        }
    }

    void changeColumn(Fact before, Fact after, Map<String, Change> changes) {
        Optional<Fact> above = parent(RemedyDialect.in(after.path(), "table"))
                .flatMap(p ->
                        sql.actual.find(new FactPath("column", List.of(p.names().get(0), p.name(), after.name()))));
        if (above.isPresent()) {
            // What is done to the table above reaches the ones below it.
            changes.keySet()
                    .removeIf(a -> Set.of("type", "default", "nullable", "collation", "storage", "statistics_target")
                                    .contains(a)
                            && java.util.Objects.equals(above.get().get(a), after.get(a)));
        }
        String alter = alter(before);
        if (changes.containsKey("generated") || changes.containsKey("generated_kind")) {
            generated(before, after, alter, changes);
        }
        boolean retyped = changes.remove("type") != null;
        boolean collated = changes.remove("collation") != null;
        boolean defaulted = changes.remove("default") != null;
        if (retyped || collated) {
            if (after.text("default").isPresent()) {
                sql.statement(Phase.COLUMN, alter + " DROP DEFAULT");
                defaulted = true;
            }
            retype(before, after, alter, collated);
        }
        if (defaulted
                && before.text("generated").isEmpty()
                && after.text("generated").isEmpty()) {
            sql.statement(
                    Phase.COLUMN,
                    alter + before.text("default").map(d -> " SET DEFAULT " + d).orElse(" DROP DEFAULT"));
        }
        nullable(before, after, alter, changes);
        identityChange(before, after, alter, changes);
        if (changes.remove("storage") != null) {
            sql.script.note(
                    Phase.COMMENT,
                    alter + " SET STORAGE " + before.text("storage").orElse("DEFAULT"),
                    before.text("storage").isPresent() ? "" : "PostgreSQL 16 or later");
        }
        if (changes.remove("compression") != null) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " SET COMPRESSION " + before.text("compression").orElse("default"));
        }
        if (changes.remove("statistics_target") != null) {
            Object target = before.get("statistics_target");
            sql.statement(Phase.COMMENT, alter + " SET STATISTICS " + (target == null ? "-1" : target));
        }
        if (changes.remove("options") != null) {
            options(alter, RemedyDialect.map(before, "options"), RemedyDialect.map(after, "options"), "");
        }
    }

    private void generated(Fact before, Fact after, String alter, Map<String, Change> changes) {
        if (before.text("generated").isEmpty()) {
            sql.statement(Phase.COLUMN, alter + " DROP EXPRESSION");
        } else {
            dropColumn(after, before.path());
            createColumn(before, false);
            List.of("type", "collation", "nullable", "default").forEach(changes::remove);
        }
        changes.remove("generated");
        changes.remove("generated_kind");
    }

    private void retype(Fact before, Fact after, String alter, boolean collated) {
        String from = RemedyDialect.text(after, "type");
        String to = RemedyDialect.text(before, "type");
        String collation = before.text("collation")
                .map(c -> " COLLATE " + collation(c))
                .orElse(collated ? " COLLATE \"default\"" : "");
        boolean sameBase = from.replaceAll("\\(.*", "").equals(to.replaceAll("\\(.*", ""));
        boolean wider = !Narrowing.may(from, to);
        String using = sameBase || wider ? "" : " USING " + sql.quote(before.name()) + "::" + to;
        String text = alter + " TYPE " + to + collation + using;
        if (wider) {
            sql.statement(Phase.COLUMN, text);
        } else {
            sql.script.destroy(Phase.COLUMN, text, "values that do not fit are refused or changed");
        }
    }

    private void nullable(Fact before, Fact after, String alter, Map<String, Change> changes) {
        String table = "ALTER TABLE " + sql.whole(before.path());
        Optional<String> named = before.text("not_null_name");
        if (changes.remove("nullable") != null) {
            changes.remove("not_null_name");
            changes.remove("not_null_validated");
            changes.remove("not_null_inherited");
            if (before.isTrue("nullable")) {
                sql.statement(Phase.DROP_COLUMN, alter + " DROP NOT NULL");
            } else if (named.isPresent()) {
                sql.statement(
                        Phase.COLUMN,
                        table + " ADD CONSTRAINT " + sql.quote(named.get()) + " NOT NULL " + sql.quote(before.name())
                                + noInherit(before));
            } else {
                sql.statement(Phase.COLUMN, alter + " SET NOT NULL");
            }
        } else if (changes.remove("not_null_name") != null) {
            String usual = "_" + before.name() + "_not_null";
            List<String> names = before.path().names();
            String there =
                    after.text("not_null_name").orElse(after.path().names().get(1) + usual);
            sql.statement(
                    Phase.COLUMN,
                    table + " RENAME CONSTRAINT " + sql.quote(there) + " TO "
                            + sql.quote(named.orElse(names.get(1) + usual)));
        }
    }

    private void identityChange(Fact before, Fact after, String alter, Map<String, Change> changes) {
        boolean had = after.text("identity").isPresent();
        if (before.text("identity").isEmpty()) {
            if (changes.remove("identity") != null) {
                // Before a default takes its place, and before NULL is allowed.
                sql.statement(Phase.DROP_CONSTRAINT, alter + " DROP IDENTITY");
            }
        } else if (!had) {
            changes.remove("identity");
            sql.statement(Phase.CONSTRAINT, alter + " ADD " + identity(before));
        } else {
            if (changes.remove("identity") != null) {
                sql.statement(
                        Phase.COLUMN,
                        alter + " SET GENERATED "
                                + RemedyDialect.text(before, "identity").toUpperCase(Locale.ROOT));
            }
            if (changes.remove("identity_sequence") != null) {
                sql.statement(
                        Phase.RENAME,
                        "ALTER SEQUENCE "
                                + sql.name(List.of(
                                        before.path().names().get(0), RemedyDialect.text(after, "identity_sequence")))
                                + " RENAME TO " + sql.quote(RemedyDialect.text(before, "identity_sequence")));
            }
            if (changes.remove("identity_options") != null) {
                identityOptions(before, after, alter);
            }
        }
        if (before.text("identity").isPresent() != had) {
            changes.remove("identity_options");
            changes.remove("identity_sequence");
        }
    }

    private void identityOptions(Fact before, Fact after, String alter) {
        Map<String, String> wanted = RemedyDialect.map(before, "identity_options");
        Map<String, String> there = RemedyDialect.map(after, "identity_options");
        Map<String, String> usual = Map.of(
                "start",
                "START WITH " + wanted.getOrDefault("minimum", "1"),
                "increment",
                "INCREMENT BY 1",
                "minimum",
                "NO MINVALUE",
                "maximum",
                "NO MAXVALUE",
                "cache",
                "CACHE 1",
                "cycle",
                "NO CYCLE");
        usual.forEach((option, text) -> {
            String value = wanted.get(option);
            if (!java.util.Objects.equals(value, there.get(option))) {
                sql.statement(Phase.COLUMN, alter + " SET " + (value == null ? text : identityOption(option, value)));
            }
        });
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        String alter = "ALTER TABLE " + sql.name(before.path());
        if (changes.remove("persistence") != null) {
            sql.statement(
                    Phase.COLUMN,
                    alter
                            + (RemedyDialect.text(before, "persistence").equals("unlogged")
                                    ? " SET UNLOGGED"
                                    : " SET LOGGED"));
        }
        if (changes.remove("options") != null) {
            options(alter, RemedyDialect.map(before, "options"), RemedyDialect.map(after, "options"), "");
        }
        if (changes.remove("toast_options") != null) {
            options(
                    alter,
                    RemedyDialect.map(before, "toast_options"),
                    RemedyDialect.map(after, "toast_options"),
                    "toast.");
        }
        if (changes.remove("row_security") != null) {
            sql.statement(
                    Phase.TRIGGER,
                    alter + (before.isTrue("row_security") ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
        }
        if (changes.remove("force_row_security") != null) {
            sql.statement(
                    Phase.TRIGGER,
                    alter + (before.isTrue("force_row_security") ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY");
        }
        if (changes.keySet().removeAll(Set.of("replica_identity", "replica_identity_index"))) {
            replicaIdentity(before);
        }
        if (changes.remove("tablespace") != null) {
            sql.statement(
                    Phase.COLUMN,
                    alter + " SET TABLESPACE "
                            + sql.quote(before.text("tablespace").orElse("pg_default")));
        }
        if (changes.remove("access_method") != null) {
            sql.script.note(
                    Phase.COLUMN,
                    alter + " SET ACCESS METHOD "
                            + sql.quote(before.text("access_method").orElse("heap")),
                    "PostgreSQL 15 or later");
        }
        if (changes.remove("inherits") != null) {
            RemedyDialect.without(after.list("inherits"), before.list("inherits"))
                    .forEach(p -> sql.statement(Phase.DROP_COLUMN, alter + " NO INHERIT " + sql.reference(p)));
            RemedyDialect.without(before.list("inherits"), after.list("inherits"))
                    .forEach(p -> sql.statement(Phase.COLUMN, alter + " INHERIT " + sql.reference(p)));
        }
        partitioning(before, after, changes);
    }

    private void partitioning(Fact before, Fact after, Map<String, Change> changes) {
        boolean bound = changes.remove("partition_bound") != null;
        if (changes.remove("partition_of") == null && !bound) {
            return;
        }
        changes.remove("table_kind");
        after.text("partition_of")
                .ifPresent(p -> sql.statement(
                        Phase.DROP_CONSTRAINT,
                        "ALTER TABLE " + sql.reference(p) + " DETACH PARTITION " + sql.name(before.path())));
        before.text("partition_of")
                .ifPresent(p -> sql.statement(
                        Phase.CONSTRAINT,
                        "ALTER TABLE " + sql.reference(p) + " ATTACH PARTITION " + sql.name(before.path()) + " "
                                + RemedyDialect.text(before, "partition_bound")));
    }

    private void replicaIdentity(Fact table) {
        String identity = RemedyDialect.text(table, "replica_identity");
        String what = identity.equals("index")
                ? "USING INDEX " + sql.quote(RemedyDialect.text(table, "replica_identity_index"))
                : identity.toUpperCase(Locale.ROOT);
        sql.statement(Phase.COMMENT, "ALTER TABLE " + sql.name(table.path()) + " REPLICA IDENTITY " + what);
    }

    /** Whether a key stands on an index that a partition has from its partitioned table. */
    static boolean fromAbove(Snapshot side, Fact key) {
        return side.find(new FactPath("index", key.path().names()))
                .flatMap(i -> i.text("index_of"))
                .isPresent();
    }

    boolean createConstraint(Fact fact) {
        if (fact.isTrue("inherited") || fromAbove(sql.expected, fact)) {
            return true;
        }
        boolean foreignKey = fact.kind().name().equals("foreign_key");
        String definition = switch (fact.kind().name()) {
            case "primary_key" -> "PRIMARY KEY " + key(fact);
            case "unique_constraint" ->
                "UNIQUE " + (fact.isTrue("nulls_not_distinct") ? "NULLS NOT DISTINCT " : "") + key(fact);
            case "check_constraint" ->
                "CHECK (" + RemedyDialect.text(fact, "expression") + ")"
                        + (fact.isTrue("no_inherit") ? " NO INHERIT" : "");
            case "foreign_key" -> foreignKey(fact);
            default -> RemedyDialect.text(fact, "definition");
        };
        boolean timed = !fact.kind().name().equals("exclusion_constraint");
        sql.statement(
                foreignKey ? Phase.FOREIGN_KEY : Phase.CONSTRAINT,
                "ALTER TABLE " + sql.whole(fact.path()) + " ADD CONSTRAINT " + sql.quote(fact.name()) + " " + definition
                        + (timed && fact.isTrue("deferrable") ? " DEFERRABLE" : "")
                        + (timed && fact.isTrue("initially_deferred") ? " INITIALLY DEFERRED" : "")
                        + (Boolean.FALSE.equals(fact.get("enforced")) ? " NOT ENFORCED" : "")
                        + (Boolean.FALSE.equals(fact.get("validated")) && !Boolean.FALSE.equals(fact.get("enforced"))
                                ? " NOT VALID"
                                : ""));
        return true;
    }

    private String key(Fact fact) {
        String columns = sql.columns(fact.list("columns"));
        if (fact.isTrue("without_overlaps")) {
            columns = columns.substring(0, columns.length() - 1) + " WITHOUT OVERLAPS)";
        }
        return columns + (fact.list("include").isEmpty() ? "" : " INCLUDE " + sql.columns(fact.list("include")));
    }

    private String foreignKey(Fact fact) {
        List<String> columns = fact.list("on_delete_columns");
        String match = RemedyDialect.text(fact, "match");
        return "FOREIGN KEY " + sql.columns(fact.list("columns")) + " REFERENCES "
                + sql.reference(RemedyDialect.text(fact, "referenced_table")) + " "
                + sql.columns(fact.list("referenced_columns"))
                + (match.equals("SIMPLE") ? "" : " MATCH " + match)
                + " ON UPDATE " + RemedyDialect.text(fact, "on_update")
                + " ON DELETE " + RemedyDialect.text(fact, "on_delete")
                + (columns.isEmpty() ? "" : " " + sql.columns(columns));
    }

    void changeConstraint(Fact before, Fact after, Map<String, Change> changes) {
        String alter = "ALTER TABLE " + sql.whole(before.path());
        boolean foreignKey = before.kind().name().equals("foreign_key");
        if (before.isTrue("validated") && changes.remove("validated") != null) {
            sql.statement(Phase.INDEX, alter + " VALIDATE CONSTRAINT " + sql.quote(before.name()));
        }
        if (foreignKey
                && Set.of("deferrable", "initially_deferred").containsAll(changes.keySet())
                && !changes.isEmpty()) {
            sql.statement(
                    Phase.FOREIGN_KEY,
                    alter + " ALTER CONSTRAINT " + sql.quote(before.name())
                            + (before.isTrue("deferrable") ? " DEFERRABLE" : " NOT DEFERRABLE")
                            + (before.isTrue("deferrable")
                                    ? before.isTrue("initially_deferred")
                                            ? " INITIALLY DEFERRED"
                                            : " INITIALLY IMMEDIATE"
                                    : ""));
            changes.clear();
        }
        if (changes.isEmpty() || changes.containsKey("disabled") || changes.containsKey("inherited")) {
            return;
        }
        sql.again(before, before.path(), after, changes);
    }

    void createIndex(Fact index) {
        if (index.text("constraint").isPresent() || index.text("index_of").isPresent()) {
            return;
        }
        String name = sql.name(List.of(index.path().names().get(0), index.name()));
        boolean ofView = sql.expected
                .find(RemedyDialect.in(index.path(), "materialized_view"))
                .isPresent();
        StringBuilder text = new StringBuilder("CREATE ")
                .append(index.isTrue("unique") ? "UNIQUE " : "")
                .append("INDEX ")
                .append(sql.quote(index.name()))
                .append(" ON ")
                .append(sql.whole(index.path()))
                .append(" USING ")
                .append(RemedyDialect.text(index, "method"))
                .append(" (")
                .append(String.join(", ", index.list("keys")))
                .append(')')
                .append(index.list("include").isEmpty() ? "" : " INCLUDE " + sql.columns(index.list("include")))
                .append(index.isTrue("nulls_not_distinct") ? " NULLS NOT DISTINCT" : "")
                .append(sql.with(RemedyDialect.map(index, "options")));
        index.text("tablespace").ifPresent(t -> text.append(" TABLESPACE ").append(sql.quote(t)));
        index.text("predicate").ifPresent(p -> text.append(" WHERE ").append(p));
        sql.statement(ofView ? Phase.TRIGGER : Phase.INDEX, text.toString());
        if (index.isTrue("clustered")) {
            sql.statement(
                    Phase.COMMENT, "ALTER TABLE " + sql.whole(index.path()) + " CLUSTER ON " + sql.quote(index.name()));
        }
        for (String target : index.list("statistics_targets")) {
            int equal = target.lastIndexOf('=');
            int column = equal < 0 ? -1 : index.list("keys").indexOf(target.substring(0, equal)) + 1;
            if (column > 0) {
                sql.statement(
                        Phase.COMMENT,
                        "ALTER INDEX " + name + " ALTER COLUMN " + column + " SET STATISTICS "
                                + target.substring(equal + 1));
            }
        }
    }

    void changeIndex(Fact before, Fact after, Map<String, Change> changes) {
        String name = sql.name(List.of(before.path().names().get(0), before.name()));
        String alter = "ALTER INDEX " + name;
        if (changes.remove("options") != null) {
            options(alter, RemedyDialect.map(before, "options"), RemedyDialect.map(after, "options"), "");
        }
        if (changes.remove("clustered") != null) {
            String table = "ALTER TABLE " + sql.whole(before.path());
            // The one that is set comes last: it takes the mark from any other.
            sql.statement(
                    before.isTrue("clustered") ? Phase.OWNER : Phase.COMMENT,
                    table
                            + (before.isTrue("clustered")
                                    ? " CLUSTER ON " + sql.quote(before.name())
                                    : " SET WITHOUT CLUSTER"));
        }
        if (before.isTrue("valid") && changes.remove("valid") != null) {
            sql.statement(Phase.COMMENT, "REINDEX INDEX " + name);
        }
        if (changes.remove("tablespace") != null) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " SET TABLESPACE "
                            + sql.quote(before.text("tablespace").orElse("pg_default")));
        }
        if (changes.isEmpty()) {
            return;
        }
        if (before.text("constraint").isPresent() && after.text("constraint").isPresent()) {
            // The constraint that stands on it says the same and is made anew.
            List.of("keys", "unique", "include", "nulls_not_distinct", "predicate")
                    .forEach(changes::remove);
            return;
        }
        if (!changes.containsKey("index_of") && before.text("index_of").isEmpty()) {
            sql.again(before, before.path(), after, changes);
        }
    }
}
