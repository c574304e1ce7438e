package dev.plumbline.yaml;

import java.util.List;
import java.util.Map;

/** A value in a YAML file and where it stands. */
public sealed interface YamlValue {

    /** {@code file:line:column}. */
    String where();

    /** What it is, for messages. */
    String sort();

    /**
     * @param text as written, without quotes
     * @param quoted whether it was written in quotes, or as a block: then it is a text, whatever it looks like
     * @param places where each of its characters stands
     */
    record Scalar(String where, String text, boolean quoted, Places places) implements YamlValue {
        @Override
        public String sort() {
            return quoted ? "a text" : text.isEmpty() ? "nothing" : "'" + text + "'";
        }
    }

    /** Items in order. */
    record Sequence(String where, List<YamlValue> items) implements YamlValue {
        @Override
        public String sort() {
            return "a list";
        }
    }

    /** Entries in the order of the file; {@code keys} says where each key stands. */
    record Mapping(String where, Map<String, YamlValue> entries, Map<String, String> keys) implements YamlValue {
        @Override
        public String sort() {
            return "a mapping";
        }
    }
}
