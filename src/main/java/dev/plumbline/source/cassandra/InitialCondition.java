package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an aggregate starts with, as CQL writes it: before 5.0 the catalogue leaves out the quotes around times and
 * addresses, {@code [2020-01-01]}, which no server reads again.
 */
final class InitialCondition {

    private static final Set<DataType> QUOTED =
            Set.of(DataTypes.DATE, DataTypes.TIME, DataTypes.TIMESTAMP, DataTypes.INET);

    private static final String KEY_END = ": ";

    private InitialCondition() {}

    static String quoted(DataType type, String text) {
        if (text.equals("null") || text.length() < 2) {
            return text;
        }
        if (QUOTED.contains(type)) {
            return text.startsWith("'") ? text : "'" + text + "'";
        }
        if (type instanceof ListType list) {
            return within(text, (i, part) -> quoted(list.getElementType(), part));
        }
        if (type instanceof SetType set) {
            return within(text, (i, part) -> quoted(set.getElementType(), part));
        }
        if (type instanceof MapType map) {
            return within(text, (i, part) -> keyed(part, key -> quoted(map.getKeyType(), key), map.getValueType()));
        }
        if (type instanceof UserDefinedType composite) {
            List<DataType> fields = composite.getFieldTypes();
            return within(text, (i, part) -> i < fields.size() ? keyed(part, name -> name, fields.get(i)) : part);
        }
        if (type instanceof TupleType tuple) {
            List<DataType> fields = tuple.getComponentTypes();
            return within(text, (i, part) -> i < fields.size() ? quoted(fields.get(i), part) : part);
        }
        return text;
    }

    /** What is done to one of several values. */
    private interface Part {
        String at(int place, String text);
    }

    private static String within(String text, Part part) {
        List<String> parts = split(text.substring(1, text.length() - 1), ", ");
        return text.charAt(0)
                + IntStream.range(0, parts.size())
                        .mapToObj(i -> part.at(i, parts.get(i)))
                        .collect(Collectors.joining(", "))
                + text.charAt(text.length() - 1);
    }

    private static String keyed(String part, UnaryOperator<String> key, DataType value) {
        List<String> both = split(part, KEY_END);
        return both.size() == 2 ? key.apply(both.get(0)) + KEY_END + quoted(value, both.get(1)) : part;
    }

    /** Splits where no bracket and no quote is open. */
    private static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open != 0) {
                open = c == open ? 0 : open;
            } else if (c == '\'' || c == '"') {
                open = c;
            } else if ("[{(".indexOf(c) >= 0) {
                depth++;
            } else if ("]})".indexOf(c) >= 0) {
                depth--;
            } else if (depth == 0 && text.startsWith(separator, i)) {
                parts.add(text.substring(from, i));
                from = i + separator.length();
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
