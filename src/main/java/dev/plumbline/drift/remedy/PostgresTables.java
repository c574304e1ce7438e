package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;
import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** PostgreSQL's tables: how they are stored, partitioned, inherited and guarded. */
final class PostgresTables {

    private final PostgresDialect sql;

    /** Actual tables by the text that names them; filled on the first question. */
    private final Map<String, FactPath> tables = new HashMap<>();

    PostgresTables(PostgresDialect sql) {
        this.sql = sql;
    }

    boolean create(Fact table) {
        String name = sql.name(table.path());
        StringBuilder text =
                new StringBuilder("CREATE ").append(text(table, "persistence").equals("unlogged") ? "UNLOGGED " : "");
        boolean foreign = table.text("foreign_server").isPresent();
        text.append(foreign ? "FOREIGN TABLE " : "TABLE ").append(name);
        if (table.text("of_type").isPresent()) {
            text.append(" OF ").append(sql.reference(text(table, "of_type")));
        } else if (table.text("partition_of").isPresent()) {
            text.append(" PARTITION OF ").append(sql.reference(text(table, "partition_of")));
            text.append(' ').append(text(table, "partition_bound"));
        } else {
            text.append(sql.expected.parts(table, "column").stream()
                    .filter(c -> !c.isTrue("inherited"))
                    .map(c -> "\n  " + sql.quote(c.name()) + " " + sql.columns.definition(c, true))
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
                .or(() -> table.text("partition_access_method"))
                .ifPresent(m -> text.append(" USING ").append(sql.quote(m)));
        SortedMap<String, String> options = map(table, "options");
        map(table, "toast_options").forEach((k, v) -> options.put("toast." + k, v));
        text.append(sql.options.with(options));
        table.text("tablespace").ifPresent(t -> text.append(" TABLESPACE ").append(sql.quote(t)));
        if (foreign) {
            text.append(" SERVER ").append(sql.quote(text(table, "foreign_server")));
            sql.options.foreign(table, text);
        }
        sql.statement(Phase.TABLE, text.toString());
        if (table.isTrue("row_security")) {
            sql.statement(Phase.TRIGGER, "ALTER TABLE " + name + " ENABLE ROW LEVEL SECURITY");
        }
        if (table.isTrue("force_row_security")) {
            sql.statement(Phase.TRIGGER, "ALTER TABLE " + name + " FORCE ROW LEVEL SECURITY");
        }
        if (!text(table, "replica_identity").equals("default")) {
            replicaIdentity(table);
        }
        return true;
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        String alter = "ALTER TABLE " + sql.name(before.path());
        if (changes.remove("persistence") != null) {
            sql.statement(
                    Phase.COLUMN,
                    alter + (text(before, "persistence").equals("unlogged") ? " SET UNLOGGED" : " SET LOGGED"));
        }
        if (changes.remove("options") != null) {
            sql.options.change(alter, map(before, "options"), map(after, "options"), "");
        }
        if (changes.remove("toast_options") != null) {
            sql.options.change(alter, map(before, "toast_options"), map(after, "toast_options"), "toast.");
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
        if (changes.remove("partition_access_method") != null) {
            sql.script.note(
                    Phase.COLUMN,
                    alter + " SET ACCESS METHOD "
                            + before.text("partition_access_method")
                                    .map(sql::quote)
                                    .orElse("DEFAULT"),
                    "PostgreSQL 17 or later");
        }
        if (changes.remove("inherits") != null) {
            without(after.list("inherits"), before.list("inherits"))
                    .forEach(p -> sql.statement(Phase.DROP_CONSTRAINT, alter + " NO INHERIT " + sql.reference(p)));
            without(before.list("inherits"), after.list("inherits"))
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
                                + text(before, "partition_bound")));
    }

    private void replicaIdentity(Fact table) {
        String identity = text(table, "replica_identity");
        String what = identity.equals("index")
                ? "USING INDEX " + sql.quote(text(table, "replica_identity_index"))
                : identity.toUpperCase(Locale.ROOT);
        sql.statement(Phase.COMMENT, "ALTER TABLE " + sql.name(table.path()) + " REPLICA IDENTITY " + what);
    }

    /** Whether the column is one that a partition has from its partitioned table, or a table from the one it inherits from. */
    boolean partition(Fact column) {
        return sql.expected
                .find(in(column.path(), "table"))
                .or(() -> sql.actual.find(in(column.path(), "table")))
                .flatMap(t -> t.text("partition_of"))
                .isPresent();
    }

    Optional<FactPath> parent(FactPath table) {
        Optional<Fact> fact = sql.actual.find(table);
        List<String> parents = new ArrayList<>();
        fact.flatMap(f -> f.text("partition_of")).ifPresent(parents::add);
        fact.ifPresent(f -> parents.addAll(f.list("inherits")));
        if (tables.isEmpty()) {
            sql.actual.facts("table").forEach(t -> tables.put(plain(t.path()), t.path()));
        }
        return parents.stream().map(tables::get).filter(Objects::nonNull).findFirst();
    }

    /** Whether the table of a part is detached from its partitioned table and keeps what it has from there. */
    boolean leaves(FactPath part) {
        return sql.expected
                .find(in(part, "table"))
                .filter(t -> t.text("partition_of").isEmpty())
                .isPresent();
    }

    /** A table as other facts name it. */
    static String plain(FactPath table) {
        List<String> names = table.names();
        return names.get(0).isEmpty() ? table.name() : String.join(".", names);
    }
}
