package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.internal.core.type.UserDefinedTypeBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Types as the catalogue writes them, {@code frozen<map<text, vector<float, 3>>>}, as the driver knows them. */
final class CqlTypes {

    private static final Map<String, DataType> SIMPLE = Map.ofEntries(
            Map.entry("ascii", DataTypes.ASCII),
            Map.entry("bigint", DataTypes.BIGINT),
            Map.entry("blob", DataTypes.BLOB),
            Map.entry("boolean", DataTypes.BOOLEAN),
            Map.entry("date", DataTypes.DATE),
            Map.entry("decimal", DataTypes.DECIMAL),
            Map.entry("double", DataTypes.DOUBLE),
            Map.entry("duration", DataTypes.DURATION),
            Map.entry("float", DataTypes.FLOAT),
            Map.entry("inet", DataTypes.INET),
            Map.entry("int", DataTypes.INT),
            Map.entry("smallint", DataTypes.SMALLINT),
            Map.entry("text", DataTypes.TEXT),
            Map.entry("time", DataTypes.TIME),
            Map.entry("timestamp", DataTypes.TIMESTAMP),
            Map.entry("timeuuid", DataTypes.TIMEUUID),
            Map.entry("tinyint", DataTypes.TINYINT),
            Map.entry("uuid", DataTypes.UUID),
            Map.entry("varchar", DataTypes.TEXT),
            Map.entry("varint", DataTypes.VARINT));

    private final Map<List<String>, Row> composites = new HashMap<>();

    /** @param types the rows of user-defined types */
    CqlTypes(List<Row> types) {
        types.forEach(row -> composites.put(List.of(row.text("schema"), row.text("type")), row));
    }

    /** Nothing if it is made of something that is not known, like a Java class. */
    Optional<DataType> parse(String schema, String text) {
        String type = text.strip();
        int open = type.indexOf('<');
        if (open < 0 || type.startsWith("\"")) {
            DataType simple = SIMPLE.get(type);
            return simple == null ? composite(schema, type) : Optional.of(simple);
        }
        String name = type.substring(0, open);
        List<String> parts = split(type.substring(open + 1, type.length() - 1));
        if (name.equals("vector")) {
            int dimensions = Integer.parseInt(parts.get(1).strip());
            return parse(schema, parts.get(0)).map(element -> DataTypes.vectorOf(element, dimensions));
        }
        List<DataType> elements =
                parts.stream().flatMap(part -> parse(schema, part).stream()).toList();
        return elements.size() < parts.size() ? Optional.empty() : made(name, elements);
    }

    private static Optional<DataType> made(String name, List<DataType> of) {
        return switch (name) {
            case "frozen" -> Optional.of(of.get(0));
            case "list" -> Optional.of(DataTypes.listOf(of.get(0)));
            case "set" -> Optional.of(DataTypes.setOf(of.get(0)));
            case "map" -> Optional.of(DataTypes.mapOf(of.get(0), of.get(1)));
            case "tuple" -> Optional.of(DataTypes.tupleOf(of.toArray(new DataType[0])));
            default -> Optional.empty();
        };
    }

    private Optional<DataType> composite(String schema, String type) {
        String name = type.startsWith("\"") ? CqlIdentifier.fromCql(type).asInternal() : type;
        Row row = composites.get(List.of(schema, name));
        if (row == null) {
            return Optional.empty();
        }
        List<String> names = row.list("field_names");
        List<DataType> types = row.list("field_types").stream()
                .flatMap(field -> parse(schema, field).stream())
                .toList();
        if (types.size() < names.size()) {
            return Optional.empty();
        }
        UserDefinedTypeBuilder builder = new UserDefinedTypeBuilder(schema, name);
        IntStream.range(0, names.size())
                .forEach(i -> builder.withField(CqlIdentifier.fromInternal(names.get(i)), types.get(i)));
        return Optional.of(builder.build());
    }

    /** Splits at commas where no bracket is open. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
