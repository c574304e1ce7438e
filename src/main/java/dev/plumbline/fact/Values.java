package dev.plumbline.fact;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of attributes: freezing them, and their one-line text. */
final class Values {

    private static final boolean[] BARE = Text.bare("_$@%+~/*-.()<>!#;");

    private Values() {}

    static @Nullable Object check(Kind kind, Kind.Attribute attribute, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (attribute.type()) {
            case TEXT -> typed(kind, attribute, value, value instanceof String);
            case BOOL -> typed(kind, attribute, value, value instanceof Boolean);
            case INT ->
                value instanceof Integer number
                        ? (Object) number.longValue()
                        : typed(kind, attribute, value, value instanceof Long);
            case LIST -> value instanceof List<?> list ? List.copyOf(list) : typed(kind, attribute, value, false);
            case MAP -> {
                if (!(value instanceof Map<?, ?> map)) {
                    yield typed(kind, attribute, value, false);
                }
                TreeMap<String, String> sorted = new TreeMap<>();
                map.forEach((k, v) -> sorted.put(String.valueOf(k), String.valueOf(v)));
                yield Collections.unmodifiableSortedMap(sorted);
            }
        };
    }

    private static Object typed(Kind kind, Kind.Attribute attribute, Object value, boolean right) {
        if (!right) {
            throw new IllegalArgumentException(kind + "." + attribute.name() + " is " + attribute.type() + ", not "
                    + value.getClass().getSimpleName());
        }
        return value;
    }

    static void write(StringBuilder out, @Nullable Object value) {
        if (value == null) {
            out.append('~');
        } else if (value instanceof String text) {
            writeText(out, text);
        } else if (value instanceof List<?> list) {
            out.append('[');
            String separator = "";
            for (Object item : list) {
                out.append(separator);
                writeText(out, String.valueOf(item));
                separator = ", ";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            String[] separator = {""};
            map.forEach((k, v) -> {
                out.append(separator[0]);
                writeText(out, String.valueOf(k));
                out.append(": ");
                writeText(out, String.valueOf(v));
                separator[0] = ", ";
            });
            out.append('}');
        } else {
            out.append(value);
        }
    }

    private static void writeText(StringBuilder out, String text) {
        boolean bare = !text.isEmpty() && !text.equals("~");
        for (int i = 0; bare && i < text.length(); i++) {
            bare = isBare(text.charAt(i));
        }
        if (bare) {
            out.append(text);
        } else {
            Text.quote(out, text);
        }
    }

    private static boolean isBare(char c) {
        return c < BARE.length && BARE[c];
    }

    /** Reads values of one line from left to right. */
    static final class Parser {
        private final String line;
        private int at;

        Parser(String line, int at) {
            this.line = line;
            this.at = at;
        }

        int at() {
            return at;
        }

        boolean atEnd() {
            return at >= line.length();
        }

        boolean skip(char c) {
            if (!atEnd() && line.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        void expect(char c) {
            if (!skip(c)) {
                throw new IllegalArgumentException("expected '" + c + "'");
            }
        }

        void spaces() {
            while (!atEnd() && line.charAt(at) == ' ') {
                at++;
            }
        }

        String word() {
            int from = at;
            while (!atEnd() && (Character.isLetterOrDigit(line.charAt(at)) || line.charAt(at) == '_')) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException(notAName());
            }
            return line.substring(from, at);
        }

        /** What version control and editors leave in a text is called by its name. */
        private String notAName() {
            if (at == 0 && line.startsWith("\uFEFF")) {
                return "starts with a byte order mark; save it as UTF-8 without one";
            }
            boolean conflict = at == 0
                    && Stream.of("<<<<<<<", "|||||||", "=======", ">>>>>>>").anyMatch(line::startsWith);
            return conflict
                    ? "is the mark of a merge conflict; resolve it, or restore one of both sides"
                    : "expected a name";
        }

        /** Text up to the next blank that is not inside quotes. */
        String token() {
            int from = at;
            while (!atEnd() && line.charAt(at) != ' ') {
                at = line.charAt(at) == '"' ? Text.endOfQuoted(line, at) : at + 1;
            }
            return line.substring(from, at);
        }

        @Nullable
        Object value(Kind.Type type) {
            if (!atEnd() && line.charAt(at) == '~' && (at + 1 == line.length() || line.charAt(at + 1) == ' ')) {
                at++;
                return null;
            }
            return switch (type) {
                case TEXT -> text();
                case BOOL -> bool(word());
                case INT -> {
                    boolean negative = skip('-');
                    long number = Long.parseLong(word());
                    yield negative ? -number : number;
                }
                case LIST -> list();
                case MAP -> map();
            };
        }

        private static Boolean bool(String word) {
            if (!word.equals("true") && !word.equals("false")) {
                throw new IllegalArgumentException("expected true or false, not '" + word + "'");
            }
            return Boolean.valueOf(word);
        }

        private String text() {
            if (!atEnd() && line.charAt(at) == '"') {
                int end = Text.endOfQuoted(line, at);
                String text = Text.unquote(line, at, end);
                at = end;
                return text;
            }
            int from = at;
            while (!atEnd() && isBare(line.charAt(at))) {
                at++;
            }
            if (from == at) {
                throw new IllegalArgumentException("expected a value");
            }
            return line.substring(from, at);
        }

        private List<String> list() {
            List<String> list = new java.util.ArrayList<>();
            expect('[');
            while (!skip(']')) {
                if (!list.isEmpty()) {
                    expect(',');
                    spaces();
                }
                list.add(text());
            }
            return List.copyOf(list);
        }

        private Map<String, String> map() {
            TreeMap<String, String> map = new TreeMap<>();
            expect('{');
            while (!skip('}')) {
                if (!map.isEmpty()) {
                    expect(',');
                    spaces();
                }
                String key = text();
                expect(':');
                spaces();
                map.put(key, text());
            }
            return Collections.unmodifiableSortedMap(map);
        }
    }
}
