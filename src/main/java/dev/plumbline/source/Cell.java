package dev.plumbline.source;

import dev.plumbline.fact.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
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
                // PostgreSQL's driver looks the name of a type up in the catalogue with a statement of its own, which
                // the report would not show; so a query is trusted to cast what it collects to text[].
                yield data.getColumnType(column) == Types.ARRAY ? ARRAY : JSON_LIST;
            }
            case MAP -> JSON_MAP;
        };
    }

    /** The value as the driver gives it: a text as the bytes of it, if the driver gives those as they came. */
    @Nullable
    Object raw(ResultSet result, int column, boolean bytes) throws SQLException {
        return switch (this) {
            case TEXT, ARRAY, JSON_LIST, JSON_MAP -> bytes ? result.getBytes(column) : result.getString(column);
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
        if (raw instanceof byte[] bytes) {
            return value(new String(bytes, StandardCharsets.UTF_8));
        }
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
