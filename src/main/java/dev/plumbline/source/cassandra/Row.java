package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.data.TupleValue;
import dev.plumbline.fact.Kind;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer, by alias, in the values of facts: text, {@code Long}, {@code Boolean}, list, map. What is
 * null in the catalogue is not there.
 */
record Row(Map<String, Object> values) {

    Row {
        values = Collections.unmodifiableMap(new HashMap<>(values));
    }

    static Row of(com.datastax.oss.driver.api.core.cql.Row row) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < row.getColumnDefinitions().size(); i++) {
            Object value = row.getObject(i);
            if (value != null) {
                values.put(row.getColumnDefinitions().get(i).getName().asInternal(), value(value));
            }
        }
        return new Row(values);
    }

    private static Object value(Object value) {
        if (value instanceof Boolean || value instanceof String) {
            return value;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Row::text).sorted().toList();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Row::text).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> texts = new LinkedHashMap<>();
            map.forEach((k, v) -> texts.put(text(k), text(v)));
            return texts;
        }
        return text(value);
    }

    /** Numbers without exponent and without zeros at the end: 0.0001, 1. */
    private static String text(@Nullable Object value) {
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof TupleValue tuple) {
            return tuple.getFormattedContents();
        }
        if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return "0x" + HexFormat.of().formatHex(copy);
        }
        return String.valueOf(value);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Empty if there is none. */
    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    /** -1 if there is none. */
    long number(String name) {
        return values.get(name) instanceof Long number ? number : -1;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    List<String> list(String name) {
        return values.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** A copy that may be changed. */
    Map<String, String> map(String name) {
        Map<String, String> copy = new TreeMap<>();
        if (values.get(name) instanceof Map<?, ?> map) {
            map.forEach((k, v) -> copy.put(String.valueOf(k), String.valueOf(v)));
        }
        return copy;
    }

    /** The columns that are attributes of the kind; the rest is for the shape of the kind to use. */
    Map<String, Object> attributes(Kind kind) {
        Map<String, Object> attributes = new HashMap<>(values);
        attributes.keySet().removeIf(name -> kind.slot(name).isEmpty());
        return attributes;
    }
}
