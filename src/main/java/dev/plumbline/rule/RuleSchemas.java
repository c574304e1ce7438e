package dev.plumbline.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON Schemas for the files that people write, for completion in editors; made from what the loader checks. */
public final class RuleSchemas {

    private static final List<String> NAMES = List.of("rule", "controls", "waivers");

    private RuleSchemas() {}

    /** {@code rule}, {@code controls}, {@code waivers}. */
    public static List<String> names() {
        return NAMES;
    }

    /** The text of a schema. */
    public static String text(String name) {
        Shape shape = switch (name) {
            case "rule" -> RuleShape.RULE;
            case "controls" -> ControlShape.CONTROLS;
            case "waivers" -> WaiverShape.WAIVERS;
            default -> throw new IllegalArgumentException("there is no schema " + name);
        };
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Plumbline: " + name);
        schema.putAll(shape.schema());
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .build()
                        .writeValueAsString(schema)
                        .replace("\r\n", "\n")
                + "\n";
    }
}
