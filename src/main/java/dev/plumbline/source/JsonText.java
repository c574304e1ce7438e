package dev.plumbline.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the one-level JSON arrays and objects of texts, numbers, booleans and nulls with which MySQL and MariaDB
 * return lists. A library would do, but packages of sources take none but their drivers.
 */
final class JsonText {

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static List<String> list(String json) {
        JsonText in = new JsonText(json);
        List<String> list = new ArrayList<>();
        in.expect('[');
        if (!in.skip(']')) {
            do {
                list.add(in.scalar());
            } while (in.skip(','));
            in.expect(']');
        }
        return List.copyOf(list);
    }

    static Map<String, String> map(String json) {
        JsonText in = new JsonText(json);
        Map<String, String> map = new LinkedHashMap<>();
        in.expect('{');
        if (!in.skip('}')) {
            do {
                String key = in.scalar();
                in.expect(':');
                map.put(key, in.scalar());
            } while (in.skip(','));
            in.expect('}');
        }
        return map;
    }

    private boolean skip(char c) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw new IllegalArgumentException("expected " + c + " at character " + at + " of " + text);
        }
    }

    private String scalar() {
        if (!skip('"')) {
            int from = at;
            while (at < text.length() && ",]}: ".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(from, at);
        }
        StringBuilder out = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(at++);
            switch (escaped) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> out.append(escaped);
            }
        }
        at++;
        return out.toString();
    }
}
