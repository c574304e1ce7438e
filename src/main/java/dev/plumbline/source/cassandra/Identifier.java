package dev.plumbline.source.cassandra;

import java.util.regex.Pattern;

/** Names as CQL writes them. */
final class Identifier {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    private Identifier() {}

    /** In double quotes unless it is what CQL makes of a bare word. */
    static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
