package dev.plumbline.source.cassandra;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names as CQL writes them. */
final class Identifier {

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    /** Words that are never a bare name: reserved_keywords.txt of 4.0, 4.1 and 5.0, which is the same. */
    private static final Set<String> RESERVED = Set.of("""
            ADD ALLOW ALTER AND APPLY ASC AUTHORIZE BATCH BEGIN BY COLUMNFAMILY CREATE DELETE DESC DESCRIBE DROP ENTRIES \
            EXECUTE FROM FULL GRANT IF IN INDEX INFINITY INSERT INTO IS KEYSPACE LIMIT MATERIALIZED MODIFY NAN \
            NORECURSIVE NOT NULL OF ON OR ORDER PRIMARY RENAME REVOKE SCHEMA SELECT SET TABLE TO TOKEN TRUNCATE UNLOGGED \
            UPDATE USE USING VIEW WHERE WITH""".split(" ", -1));

    /** Constants, which the server takes for names when it writes them, and no more when it reads them. */
    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE");

    private Identifier() {}

    /** In double quotes unless it is what CQL makes of a bare word. */
    static String quoted(String name) {
        return CONSTANTS.contains(name.toUpperCase(Locale.ROOT)) ? inQuotes(name) : asServer(name);
    }

    /** As the server itself writes names, into types for instance. */
    static String asServer(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name.toUpperCase(Locale.ROOT))
                ? name
                : inQuotes(name);
    }

    private static String inQuotes(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
