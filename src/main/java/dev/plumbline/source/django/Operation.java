package dev.plumbline.source.django;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of a migration, as far as its text says what it does. Filled while it is read. */
final class Operation {

    final String name;
    final int line;
    String table = "";
    String column = "";
    /** Null while nothing decides it. */
    @Nullable
    Boolean reversible = true;

    @Nullable
    Boolean hasReverse;

    /** What it says of the model being managed; null if nothing. */
    @Nullable
    Boolean managed;

    boolean noopReverse;

    @Nullable
    String sql;

    boolean schemaChange;
    boolean dataChange;
    boolean notNullWithoutDefault;
    boolean oneOffDefault;
    boolean rename;
    boolean concurrent;
    boolean createsIndex;
    boolean noTransaction;
    boolean withoutWhere;
    boolean elidable;
    final List<String> destroys = new ArrayList<>();
    final List<String> endangers = new ArrayList<>();
    final List<String> reasons = new ArrayList<>();

    Operation(String name, int line) {
        this.name = name;
        this.line = line;
    }

    void undecided(String reason) {
        reversible = null;
        reasons.add(reason);
    }

    /** With its place, for lists that people read. */
    String at(String what) {
        return what + " at line " + line;
    }

    Attributes attributes(PythonFile file, long position) {
        return new Attributes()
                .put("position", position)
                .put("operation", name)
                .put("table", table.isEmpty() ? null : table)
                .put("column", column.isEmpty() ? null : column)
                .put("reversible", reversible)
                .put("has_reverse", hasReverse)
                .put("noop_reverse", noopReverse)
                .put("sql", sql == null ? null : ValueText.hidePasswords(sql))
                .put("schema_change", schemaChange)
                .put("data_change", dataChange)
                .put("destructive", !destroys.isEmpty())
                .put("not_null_without_default", notNullWithoutDefault)
                .put("one_off_default", oneOffDefault)
                .put("rename", rename)
                .put("concurrent", concurrent)
                .put("creates_index", createsIndex)
                .put("without_where", withoutWhere)
                .put("elidable", elidable)
                .put("managed", managed)
                .undecided(reasons)
                .at(file, line);
    }
}
