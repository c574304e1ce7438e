package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A mask's constant as CQL writes it. The catalogue keeps simple values without their quotes, collections and vectors as
 * the hexadecimal digits of their bytes, tuples and user-defined types as {@code value:value}, in which {@code @} is null.
 */
final class MaskArgument {

    /** Types whose constants stand in quotes. */
    private static final Set<String> QUOTED = Set.of("ascii", "date", "inet", "text", "time", "timestamp", "varchar");

    private static final Pattern FIELD_END = Pattern.compile("(?<!\\\\):");

    private final CqlTypes types;

    MaskArgument(CqlTypes types) {
        this.types = types;
    }

    /** @param schema keyspace of the table, whose user-defined types the type may be made of */
    String literal(String schema, String type, String value) {
        return types.parse(schema, type).flatMap(parsed -> whole(parsed, value)).orElseGet(() -> simple(type, value));
    }

    private static Optional<String> whole(DataType type, String value) {
        if (type instanceof ListType
                || type instanceof SetType
                || type instanceof MapType
                || type instanceof VectorType) {
            return decoded(type, value);
        }
        if (type instanceof UserDefinedType composite) {
            return fields(composite.getFieldTypes(), value)
                    .map(fields -> IntStream.range(0, fields.size())
                            .mapToObj(i -> composite.getFieldNames().get(i).asCql(true) + ": " + fields.get(i))
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        return type instanceof TupleType tuple
                ? fields(tuple.getComponentTypes(), value).map(fields -> "(" + String.join(", ", fields) + ")")
                : Optional.empty();
    }

    private static Optional<String> decoded(DataType type, String hex) {
        return hex.matches("(?:[0-9a-f]{2})*")
                ? Optional.of(
                        MaskBytes.literal(type, ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                : Optional.empty();
    }

    /** The last fields may be missing, as those are that the type was given later. */
    private static Optional<List<String>> fields(List<DataType> types, String value) {
        String[] parts = FIELD_END.split(value, -1);
        if (parts.length > types.size()) {
            return Optional.empty();
        }
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].replace("\\:", ":");
            String name = types.get(i).asCql(true, true);
            fields.add(
                    part.equals("@")
                            ? "null"
                            : whole(types.get(i), part.replace("\\@", "@"))
                                    .orElseGet(() -> simple(name, part.replace("\\@", "@"))));
        }
        return Optional.of(fields);
    }

    private static String simple(String type, String value) {
        if (QUOTED.contains(type)) {
            return "'" + value.replace("'", "''") + "'";
        }
        return type.equals("blob") && !value.startsWith("0x") ? "0x" + value : value;
    }
}
