package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads PostgreSQL's text form of an array of one dimension: {@code {a,"b c",NULL}}. The driver's own reading of arrays
 * asks the connection for types, so that it cannot go on while the next rows are fetched.
 */
final class TextArray {

    private TextArray() {}

    /** @throws IllegalArgumentException if the text is no array or has more than one dimension */
    static List<String> list(String text) {
        // Bounds that do not start at one stand in front: [0:1]={a,b}
        int at = text.startsWith("[") ? text.indexOf('=') + 1 : 0;
        if (at >= text.length() - 1 || text.charAt(at) != '{' || text.charAt(text.length() - 1) != '}') {
            throw new IllegalArgumentException("'" + text + "' is no array");
        }
        int end = text.length() - 1;
        at++;
        List<String> list = new ArrayList<>();
        while (at < end) {
            int comma;
            if (text.charAt(at) == '"') {
                StringBuilder value = new StringBuilder();
                at++;
                while (text.charAt(at) != '"') {
                    at += text.charAt(at) == '\\' ? 1 : 0;
                    value.append(text.charAt(at++));
                }
                comma = at + 1;
                list.add(value.toString());
            } else {
                if (text.charAt(at) == '{') {
                    throw new IllegalArgumentException("'" + text + "' has more than one dimension");
                }
                comma = text.indexOf(',', at);
                comma = comma < 0 ? end : comma;
                String value = text.substring(at, comma);
                list.add(value.equals("NULL") ? "null" : value);
            }
            at = comma + 1;
        }
        return List.copyOf(list);
    }
}
