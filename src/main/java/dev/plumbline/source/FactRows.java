package dev.plumbline.source;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into facts: columns are matched by name to the parts of the path and to the attributes of the kind. Equal
 * texts share one object, for a large database says the same thing a million times.
 */
public final class FactRows {

    private final Kind kind;
    private final int[] pathColumns;
    private final int[] slotOfColumn;
    private final @Nullable Object[] usual;
    private final @Nullable Object[] last;
    private final Map<String, String> shared;

    /** Rows whose texts are shared with no others. */
    public FactRows(Kind kind, List<String> columns) {
        this(kind, columns, new HashMap<>());
    }

    /**
     * @param columns names of the columns of the rows, in order; every part of the path must be among them. A kind
     *     whose parent may be any other takes its path from one column {@code path}, a list.
     * @param shared the texts that were met so far, each by itself; grows
     * @throws IllegalArgumentException for a column that is neither
     */
    FactRows(Kind kind, List<String> columns, Map<String, String> shared) {
        this.kind = kind;
        this.shared = shared;
        this.last = new @Nullable Object[columns.size()];
        List<String> pathNames = kind.anyParent() ? List.of("path") : kind.pathNames();
        this.pathColumns = new int[pathNames.size()];
        this.slotOfColumn = new int[columns.size()];
        for (int i = 0; i < pathColumns.length; i++) {
            pathColumns[i] = columns.indexOf(pathNames.get(i));
            if (pathColumns[i] < 0) {
                throw new IllegalArgumentException(kind + ": the query yields no column " + pathNames.get(i));
            }
        }
        for (int i = 0; i < slotOfColumn.length; i++) {
            OptionalInt slot = kind.slot(columns.get(i));
            if (slot.isEmpty() && !pathNames.contains(columns.get(i))) {
                throw new IllegalArgumentException(kind + " declares no attribute " + columns.get(i));
            }
            slotOfColumn[i] = slot.orElse(-1);
        }
        this.usual = new @Nullable Object[kind.attributes().size()];
        for (int i = 0; i < usual.length; i++) {
            usual[i] = kind.attributes().get(i).otherwise();
        }
    }

    /** The type that the value of a column must have, or null for a part of the path that is text. */
    public Kind.@Nullable Type type(int column) {
        if (kind.anyParent() && column == pathColumns[0]) {
            return Kind.Type.LIST;
        }
        return slotOfColumn[column] < 0
                ? null
                : kind.attributes().get(slotOfColumn[column]).type();
    }

    /** The fact of one row. Values have the types that {@link #type} asks for; the row is of no further use. */
    public Fact fact(@Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = share(row[i], i);
        }
        @Nullable Object[] values = usual.clone();
        for (int i = 0; i < row.length; i++) {
            if (slotOfColumn[i] >= 0) {
                values[slotOfColumn[i]] = row[i];
            }
        }
        return Fact.ofSlots(kind, new FactPath(kind.name(), names(row)), values);
    }

    private List<String> names(@Nullable Object[] row) {
        if (kind.anyParent() && row[pathColumns[0]] instanceof List<?> path) {
            return path.stream()
                    .map(p -> shared.computeIfAbsent(String.valueOf(p), t -> t))
                    .toList();
        }
        String[] names = new String[pathColumns.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.valueOf(row[pathColumns[i]]);
        }
        return List.of(names);
    }

    /** Most rows repeat what the one before says: its schema, its table, its owner. */
    private @Nullable Object share(@Nullable Object value, int column) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (!text.equals(last[column])) {
            last[column] = shared.computeIfAbsent(text, t -> t);
        }
        return last[column];
    }
}
