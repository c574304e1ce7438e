package dev.plumbline.source.cassandra;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Types as the server names them in privileges on functions, by the class that serialises them; here they are brought
 * to CQL as the catalogue writes it:
 * {@code org.apache.cassandra.db.marshal.ListType(org.apache.cassandra.db.marshal.Int32Type)} is {@code list<int>}.
 */
final class MarshalType {

    private static final String PACKAGE = "org.apache.cassandra.db.marshal.";

    private static final Map<String, String> SIMPLE = Map.ofEntries(
            Map.entry("AsciiType", "ascii"),
            Map.entry("LongType", "bigint"),
            Map.entry("BytesType", "blob"),
            Map.entry("BooleanType", "boolean"),
            Map.entry("CounterColumnType", "counter"),
            Map.entry("SimpleDateType", "date"),
            Map.entry("DecimalType", "decimal"),
            Map.entry("DoubleType", "double"),
            Map.entry("DurationType", "duration"),
            Map.entry("FloatType", "float"),
            Map.entry("InetAddressType", "inet"),
            Map.entry("Int32Type", "int"),
            Map.entry("ShortType", "smallint"),
            Map.entry("UTF8Type", "text"),
            Map.entry("TimeType", "time"),
            Map.entry("TimestampType", "timestamp"),
            Map.entry("TimeUUIDType", "timeuuid"),
            Map.entry("LegacyTimeUUIDType", "timeuuid"),
            Map.entry("ByteType", "tinyint"),
            Map.entry("UUIDType", "uuid"),
            Map.entry("IntegerType", "varint"));

    private MarshalType() {}

    /** @param text types separated by {@code ^} */
    static List<String> list(String text) {
        return text.isEmpty()
                ? List.of()
                : split(text, '^').stream().map(MarshalType::cql).toList();
    }

    private static String cql(String text) {
        return cql(text, /* frozen= */ false);
    }

    /** @param frozen whether it stands inside something frozen, and is so itself without saying it */
    private static String cql(String text, boolean frozen) {
        String type = text.strip();
        int open = type.indexOf('(');
        String name = (open < 0 ? type : type.substring(0, open)).replace(PACKAGE, "");
        List<String> parameters = open < 0 ? List.of() : split(type.substring(open + 1, type.length() - 1), ',');
        return switch (name) {
            case "ListType" -> frozen(frozen, "list<" + cql(parameters.get(0), frozen) + ">");
            case "SetType" -> frozen(frozen, "set<" + cql(parameters.get(0), frozen) + ">");
            case "MapType" ->
                frozen(frozen, "map<" + cql(parameters.get(0), frozen) + ", " + cql(parameters.get(1), frozen) + ">");
            case "VectorType" ->
                "vector<" + cql(parameters.get(0), frozen) + ", "
                        + parameters.get(1).strip() + ">";
            case "TupleType" ->
                frozen(
                        /* frozen= */ true,
                        "tuple<"
                                + String.join(
                                        ", ",
                                        parameters.stream()
                                                .map(p -> cql(p, /* frozen= */ true))
                                                .toList())
                                + ">");
            case "UserType" ->
                frozen(frozen, Identifier.asServer(userType(parameters.get(1).strip())));
            case "FrozenType" -> cql(parameters.get(0), /* frozen= */ true);
            case "ReversedType" -> cql(parameters.get(0), frozen);
            default -> SIMPLE.getOrDefault(name, "'" + type + "'");
        };
    }

    private static String frozen(boolean frozen, String type) {
        return frozen ? "frozen<" + type + ">" : type;
    }

    private static String userType(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }

    /** Splits where no parenthesis is open. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (c == separator && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
