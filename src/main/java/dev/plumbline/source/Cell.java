package dev.plumbline.source;

import dev.plumbline.fact.Kind;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are taken from the driver, and what is made of them. The first happens between two rows
 * while the server waits, so that it does as little as possible; the second has time.
 */
enum Cell {
    TEXT,
    BOOL,
    INT,
    ARRAY,
    JSON_LIST,
    JSON_MAP;

    /** Types of arrays whose elements are texts, as PostgreSQL names them. */
    private static final Set<String> TEXTS = Set.of("_text", "_varchar", "_name");

    static Cell[] of(ResultSetMetaData data, FactRows rows) throws SQLException {
        Cell[] cells = new Cell[data.getColumnCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = of(data, i + 1, rows.type(i));
        }
        return cells;
    }

    private static Cell of(ResultSetMetaData data, int column, Kind.@Nullable Type type) throws SQLException {
        if (type == null) {
            return TEXT;
        }
        return switch (type) {
            case TEXT -> TEXT;
            case BOOL -> BOOL;
            case INT -> INT;
            case LIST -> {
                if (data.getColumnType(column) != Types.ARRAY) {
                    yield JSON_LIST;
                }
                if (!TEXTS.contains(data.getColumnTypeName(column))) {
                    throw new IllegalArgumentException("column " + data.getColumnLabel(column) + " is an array of "
                            + data.getColumnTypeName(column) + ": cast it to text[]");
                }
                yield ARRAY;
            }
            case MAP -> JSON_MAP;
        };
    }

    /** The value as the driver gives it. */
    @Nullable
    Object raw(ResultSet result, int column) throws SQLException {
        return switch (this) {
            case TEXT, ARRAY, JSON_LIST, JSON_MAP -> result.getString(column);
            case BOOL -> {
                boolean value = result.getBoolean(column);
                yield result.wasNull() ? null : (Object) value;
            }
            case INT -> {
                long value = result.getLong(column);
                yield result.wasNull() ? null : (Object) value;
            }
        };
    }

    /** The value as a fact holds it. */
    @Nullable
    Object value(@Nullable Object raw) {
        if (!(raw instanceof String text)) {
            return raw;
        }
        return switch (this) {
            case TEXT, BOOL, INT -> text;
            case ARRAY -> TextArray.list(text);
            case JSON_LIST -> JsonText.list(text);
            case JSON_MAP -> Collections.unmodifiableSortedMap(new TreeMap<>(JsonText.map(text)));
        };
    }
}
