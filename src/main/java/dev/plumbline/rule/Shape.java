package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a file may hold. The loader checks files against it and the JSON Schemas are written from it, so that an
 * editor and the program cannot disagree.
 */
sealed interface Shape {

    /** Adds a problem for each thing that does not fit. */
    void check(Yaml value, String name, List<Problem> problems);

    /** As JSON Schema. */
    Map<String, Object> schema();

    private static boolean wrong(Yaml value, String name, String expected, List<Problem> problems) {
        problems.add(new Problem(
                value.place().toString(), "'" + name + "' must be " + expected + ", not " + value.what(), ""));
        return false;
    }

    /**
     * @param pattern a regular expression the whole text fits; empty for any
     * @param expected what the pattern means
     */
    record Text(String pattern, String expected) implements Shape {

        static final Text ANY = new Text("", "text");

        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Scalar scalar) || scalar.isNull()) {
                wrong(value, name, expected, problems);
            } else if (scalar.text().isBlank()) {
                problems.add(new Problem(scalar.place().toString(), "'" + name + "' is empty", ""));
            } else if (!pattern.isEmpty() && !Pattern.matches(pattern, scalar.text())) {
                problems.add(new Problem(
                        scalar.place().toString(),
                        "'" + name + "' must be " + expected + ", not '" + scalar.text() + "'",
                        ""));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return pattern.isEmpty()
                    ? Map.of("type", "string", "minLength", 1)
                    : Map.of("type", "string", "pattern", "^(?:" + pattern + ")$");
        }
    }

    /** One word of several. */
    record Choice(List<String> words) implements Shape {
        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Scalar scalar) || scalar.isNull()) {
                wrong(value, name, "one of " + String.join(", ", words), problems);
            } else if (!words.contains(scalar.text())) {
                problems.add(new Problem(
                        scalar.place().toString(),
                        "'" + name + "' has no value '" + scalar.text() + "'",
                        Nearest.advice(scalar.text(), words)));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("enum", words);
        }
    }

    record Bool() implements Shape {
        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Scalar scalar) || !scalar.isBool()) {
                wrong(value, name, "true or false", problems);
            }
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "boolean");
        }
    }

    record Int(long least, long most) implements Shape {
        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Scalar scalar) || !scalar.isInt()) {
                wrong(value, name, "a whole number", problems);
            } else if (Long.parseLong(scalar.text()) < least || Long.parseLong(scalar.text()) > most) {
                problems.add(new Problem(
                        scalar.place().toString(),
                        "'" + name + "' must be from " + least + " to " + most + ", not " + scalar.text(),
                        ""));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "integer", "minimum", least, "maximum", most);
        }
    }

    /** A whole number, or the parameter it is taken from: {@code params.percent}. */
    record Amount(String pattern) implements Shape {
        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Scalar scalar) || !Pattern.matches(pattern, scalar.text())) {
                String given = value instanceof Yaml.Scalar scalar ? "'" + scalar.text() + "'" : value.what();
                problems.add(new Problem(
                        value.place().toString(),
                        "'" + name + "' must be a whole number or a parameter, not " + given,
                        "write for instance 90 or params." + name));
            }
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "anyOf",
                    List.of(
                            Map.of("type", "integer", "minimum", 0),
                            Map.of("type", "string", "pattern", "^(?:" + pattern + ")$")));
        }
    }

    /** What is checked elsewhere, since it depends on other things in the file. */
    record Any() implements Shape {
        @Override
        public void check(Yaml value, String name, List<Problem> problems) {}

        @Override
        public Map<String, Object> schema() {
            return Map.of();
        }
    }

    record ListOf(Shape item, int least) implements Shape {
        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Items items)) {
                wrong(value, name, "a list", problems);
                return;
            }
            if (items.items().size() < least) {
                problems.add(new Problem(items.place().toString(), "'" + name + "' is empty", ""));
            }
            items.items().forEach(i -> item.check(i, name, problems));
        }

        @Override
        public Map<String, Object> schema() {
            return least > 0
                    ? Map.of("type", "array", "items", item.schema(), "minItems", least)
                    : Map.of("type", "array", "items", item.schema());
        }
    }

    /** A mapping whose keys the author chooses. */
    record MapOf(String keyPattern, String keyExpected, Shape value) implements Shape {
        @Override
        public void check(Yaml yaml, String name, List<Problem> problems) {
            if (!(yaml instanceof Yaml.Fields fields)) {
                wrong(yaml, name, "a mapping", problems);
                return;
            }
            fields.entries().forEach((key, entry) -> {
                if (!Pattern.matches(keyPattern, key)) {
                    problems.add(
                            new Problem(entry.key().place().toString(), "'" + key + "' must be " + keyExpected, ""));
                }
                value.check(entry.value(), key, problems);
            });
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "type",
                    "object",
                    "propertyNames",
                    Map.of("pattern", "^(?:" + keyPattern + ")$"),
                    "additionalProperties",
                    value.schema());
        }
    }

    /**
     * A mapping with known keys.
     *
     * @param what for messages: {@code a rule}
     */
    record Struct(String what, List<Field> fields) implements Shape {

        public Struct {
            fields = List.copyOf(fields);
        }

        Collection<String> keys() {
            return fields.stream().map(Field::name).toList();
        }

        @Override
        public void check(Yaml value, String name, List<Problem> problems) {
            if (!(value instanceof Yaml.Fields given)) {
                wrong(value, name, "a mapping with the keys " + String.join(", ", keys()), problems);
                return;
            }
            Map<String, Field> byName = new LinkedHashMap<>();
            fields.forEach(f -> byName.put(f.name(), f));
            given.entries().forEach((key, entry) -> {
                Field field = byName.get(key);
                if (field == null) {
                    problems.add(new Problem(
                            entry.key().place().toString(),
                            what + " has no key '" + key + "'",
                            Nearest.advice(key, keys())));
                } else {
                    field.shape().check(entry.value(), key, problems);
                }
            });
            for (Field field : fields) {
                if (field.required() && !given.entries().containsKey(field.name())) {
                    problems.add(new Problem(
                            given.place().toString(), what + " needs the key '" + field.name() + "'", field.about()));
                }
            }
        }

        @Override
        public Map<String, Object> schema() {
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (Field field : fields) {
                Map<String, Object> property = new TreeMap<>(field.shape().schema());
                property.put("description", field.about());
                properties.put(field.name(), property);
                if (field.required()) {
                    required.add(field.name());
                }
            }
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", "object");
            schema.put("additionalProperties", false);
            schema.put("required", required);
            schema.put("properties", properties);
            return schema;
        }
    }

    /** @param about one sentence without a full stop, for schemas, documentation and messages */
    record Field(String name, Shape shape, boolean required, String about) {

        static Field required(String name, Shape shape, String about) {
            return new Field(name, shape, true, about);
        }

        static Field optional(String name, Shape shape, String about) {
            return new Field(name, shape, false, about);
        }
    }
}
