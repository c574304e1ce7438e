package dev.plumbline.rule;

import java.util.Set;
import java.util.regex.Pattern;

/** Names as statements write them, so that the fix of a finding can be run as it stands. */
final class SqlNames {

    private static final Set<String> WITH_BACKTICKS = Set.of("mysql", "mariadb");

    /** PostgreSQL and Cassandra turn what has no quotes into lower case; in CQL a name begins with a letter. */
    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9_]*");

    private static final Pattern PLAIN_IN_MYSQL = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

    private SqlNames() {}

    /** A name of a table, a column, an index and the like; in quotes only if it needs them. */
    static String quoted(String engine, String name) {
        boolean backticks = WITH_BACKTICKS.contains(engine);
        boolean plain = (backticks ? PLAIN_IN_MYSQL : PLAIN).matcher(name).matches();
        if (plain && !ReservedWords.contains(engine, name)) {
            return name;
        }
        String quote = backticks ? "`" : "\"";
        return quote + name.replace(quote, quote + quote) + quote;
    }

    /** The same with its schema; without one where the schema is that of the connection, or is always searched. */
    static String quoted(String engine, String schema, String name) {
        boolean plain = schema.isEmpty() || (engine.equals("postgresql") && schema.equals("public"));
        return plain ? quoted(engine, name) : quoted(engine, schema) + "." + quoted(engine, name);
    }

    /** A role or a user; of MySQL and MariaDB {@code 'user'@'host'}, and {@code PUBLIC} is a word of the language. */
    static String account(String engine, String name) {
        int at = name.lastIndexOf('@');
        if (WITH_BACKTICKS.contains(engine) && at >= 0) {
            return "'" + name.substring(0, at).replace("'", "''") + "'@'"
                    + name.substring(at + 1).replace("'", "''") + "'";
        }
        return name.equals("PUBLIC") ? name : quoted(engine, name);
    }
}
