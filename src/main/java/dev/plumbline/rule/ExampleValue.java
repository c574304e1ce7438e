package dev.plumbline.rule;

import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the value of an attribute in an example, which must be of the attribute's type. */
final class ExampleValue {

    private final List<Problem> problems;

    ExampleValue(List<Problem> problems) {
        this.problems = problems;
    }

    /** Null if there is none, or if it is of another type, which is a problem. */
    @Nullable
    Object read(Kind kind, Kind.Attribute attribute, Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar && scalar.isNull()) {
            return null;
        }
        String expected = switch (attribute.type()) {
            case TEXT -> "text";
            case BOOL -> "true or false";
            case INT -> "a whole number";
            case LIST -> "a list";
            case MAP -> "a mapping";
        };
        Object value = of(attribute.type(), yaml);
        if (value == null) {
            problems.add(
                    yaml.problem(kind + "." + attribute.name() + " must be " + expected + ", not " + yaml.what(), ""));
        }
        return value;
    }

    private static @Nullable Object of(Kind.Type type, Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            return switch (type) {
                case TEXT -> scalar.text();
                case BOOL -> scalar.isBool() ? (Object) Boolean.valueOf(scalar.text()) : null;
                case INT -> scalar.isInt() ? (Object) Long.valueOf(scalar.text()) : null;
                case LIST, MAP -> null;
            };
        }
        if (type == Kind.Type.LIST && yaml instanceof Yaml.Items items) {
            List<String> texts = new ArrayList<>();
            for (Yaml item : items.items()) {
                if (!(item instanceof Yaml.Scalar scalar)) {
                    return null;
                }
                texts.add(scalar.text());
            }
            return Collections.unmodifiableList(texts);
        }
        if (type == Kind.Type.MAP && yaml instanceof Yaml.Fields fields) {
            Map<String, String> map = new TreeMap<>();
            for (Yaml.Entry entry : fields.entries().values()) {
                if (!(entry.value() instanceof Yaml.Scalar scalar)) {
                    return null;
                }
                map.put(entry.key().text(), scalar.text());
            }
            return map;
        }
        return null;
    }
}
