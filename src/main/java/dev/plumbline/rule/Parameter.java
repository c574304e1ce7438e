package dev.plumbline.rule;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value of a rule that configuration may set: text, a whole number, true or false, or a list of texts. */
record Parameter(String name, Type type, Object value, String about) {

    enum Type {
        INT("int", "a whole number"),
        TEXT("string", "text"),
        BOOL("bool", "true or false"),
        TEXTS("list", "a list of texts");

        private final String word;
        private final String expected;

        Type(String word, String expected) {
            this.word = word;
            this.expected = expected;
        }

        String word() {
            return word;
        }

        static List<String> words() {
            return List.of("int", "string", "bool", "list");
        }

        static Type of(String word) {
            for (Type type : values()) {
                if (type.word.equals(word)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(word);
        }

        /** The value that stands in a file, or nothing and a problem. */
        Optional<Object> read(String name, Yaml yaml, List<Problem> problems) {
            Object value = value(yaml);
            if (value == NONE) {
                problems.add(new Problem(
                        yaml.place().toString(),
                        "the parameter '" + name + "' must be " + expected + ", not " + yaml.what(),
                        ""));
                return Optional.empty();
            }
            return Optional.of(value);
        }

        private Object value(Yaml yaml) {
            if (yaml instanceof Yaml.Scalar scalar) {
                return switch (this) {
                    case INT -> scalar.isInt() ? (Object) Long.valueOf(scalar.text()) : NONE;
                    case BOOL -> scalar.isBool() ? (Object) Boolean.valueOf(scalar.text()) : NONE;
                    case TEXT -> scalar.isNull() || scalar.isInt() || scalar.isBool() ? NONE : scalar.text();
                    case TEXTS -> NONE;
                };
            }
            if (this == TEXTS && yaml instanceof Yaml.Items items) {
                List<String> texts = new ArrayList<>();
                for (Yaml item : items.items()) {
                    if (!(item instanceof Yaml.Scalar scalar) || scalar.isNull()) {
                        return NONE;
                    }
                    texts.add(scalar.text());
                }
                return List.copyOf(texts);
            }
            return NONE;
        }

        /** The same for a value that configuration read elsewhere. */
        boolean fits(Object value) {
            return switch (this) {
                case INT -> value instanceof Long || value instanceof Integer;
                case TEXT -> value instanceof String;
                case BOOL -> value instanceof Boolean;
                case TEXTS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            };
        }

        String expected() {
            return expected;
        }
    }

    private static final Object NONE = new Object();

    Parameter with(Object other) {
        return new Parameter(name, type, other instanceof Integer number ? (Object) number.longValue() : other, about);
    }

    static CelType celType(Object value) {
        if (value instanceof Long) {
            return SimpleType.INT;
        }
        if (value instanceof Boolean) {
            return SimpleType.BOOL;
        }
        return value instanceof String ? SimpleType.STRING : ListType.create(SimpleType.STRING);
    }
}
