package dev.plumbline.rule;

import dev.plumbline.fact.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** A value in a YAML file with its place. Every scalar is text; whoever reads it knows what it ought to be. */
sealed interface Yaml {

    /** Where the value begins. */
    Place place();

    /** What it is, for messages. */
    String what();

    default Problem problem(String what, String mend) {
        return new Problem(place().toString(), what, mend);
    }

    /** A place in a file; line and column count from 1. */
    record Place(String file, int line, int column) {
        @Override
        public String toString() {
            return file + ":" + line + ":" + column;
        }
    }

    /**
     * @param plain whether it stands without quotes and on no block, so that {@code 5} is a number
     * @param places where each of its characters stands in the file
     */
    record Scalar(String text, boolean plain, Place place, IntFunction<Place> places) implements Yaml {

        private static final Set<String> NULLS = Set.of("null", "~", "");

        boolean isNull() {
            return plain && NULLS.contains(text);
        }

        boolean isBool() {
            return plain && (text.equals("true") || text.equals("false"));
        }

        boolean isInt() {
            return plain && text.matches("[-+]?[0-9]{1,18}");
        }

        /** Where a character of the text stands in the file. */
        Place at(int offset) {
            return places.apply(offset);
        }

        @Override
        public String what() {
            return isNull() ? "nothing" : isBool() ? text : isInt() ? "the number " + text : "text";
        }
    }

    record Items(List<Yaml> items, Place place) implements Yaml {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String what() {
            return "a list";
        }
    }

    /** @param entries in the order of the file */
    record Fields(Map<String, Entry> entries, Place place) implements Yaml {
        /** The text that stands under a key; empty if there is none. */
        String text(String key) {
            Entry entry = entries.get(key);
            return entry != null && entry.value() instanceof Scalar scalar ? scalar.text() : "";
        }

        @Override
        public String what() {
            return "a mapping";
        }
    }

    record Entry(Scalar key, Yaml value) {}
}
