package dev.plumbline.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script that makes an account of least privilege: {@code grants/<engine>.sql} or {@code .cql}, with the account and
 * the database filled in for <code>${account}</code> and <code>${database}</code>, its name as it is for
 * <code>${name}</code> between dollar quotes of <code>${tag}</code>. A line that ends in {@code --
 * [condition]} is for servers for which the condition holds, see {@link ServerVersion#matches}; the words {@code one
 * database} and {@code all databases}, joined by {@code &}, tell whether a database was named. The script holds no
 * password, and the account it makes cannot be used before it has one.
 */
public final class GrantScript {

    private static final Map<String, String> FILES = Map.of(
            "cassandra", "cassandra.cql",
            "mariadb", "mariadb.sql",
            "mysql", "mysql.sql",
            "postgresql", "postgresql.sql");

    /** For scripts that are meant for whatever is the newest server. */
    private static final String NEWEST = "999";

    private static final Pattern CONDITION = Pattern.compile("\\s*-- \\[(?<condition>[^\\]]+)\\]$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(account|name|tag|database)\\}");

    private final String engine;
    private final ServerVersion version;

    private GrantScript(String engine, ServerVersion version) {
        this.engine = engine;
        this.version = version;
    }

    /** Engines there is a script for, sorted. */
    public static List<String> engines() {
        return FILES.keySet().stream().sorted().toList();
    }

    /**
     * @param engine one of {@link #engines}
     * @param serverVersion of the server it is meant for, such as {@code 8.0.15}; empty for the newest
     */
    public static GrantScript of(String engine, String serverVersion) {
        if (!FILES.containsKey(engine)) {
            throw new IllegalArgumentException("there are no grants for '" + engine + "'");
        }
        return new GrantScript(engine, ServerVersion.of(engine, serverVersion.isEmpty() ? NEWEST : serverVersion));
    }

    /** Whether privileges are given on a database: PostgreSQL needs one, Cassandra knows none. */
    public enum Database {
        REQUIRED,
        OPTIONAL,
        NONE
    }

    /** What is to be said of the database. */
    public Database database() {
        return switch (engine) {
            case "postgresql" -> Database.REQUIRED;
            case "cassandra" -> Database.NONE;
            default -> Database.OPTIONAL;
        };
    }

    /**
     * The script.
     *
     * @param account its name; for MySQL and MariaDB {@code user@host}, or {@code user} for all hosts
     * @param database empty for none, or for all where it is optional
     * @throws IllegalArgumentException if a name is empty or holds a control character, which could end a comment
     */
    public String text(String account, String database) {
        if (account.isBlank() || (account + database).chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the names of account and database must be such as one can print");
        }
        Map<String, String> values = Map.of(
                "account", account(account), "name", account, "tag", tag(account), "database", database(database));
        StringBuilder out = new StringBuilder();
        for (String line : resource(FILES.getOrDefault(engine, "")).split("\n", -1)) {
            Matcher matcher = CONDITION.matcher(line);
            if (!matcher.find()) {
                out.append(line).append('\n');
            } else if (holds(matcher.group("condition"), !database.isEmpty())) {
                out.append(line, 0, matcher.start()).append('\n');
            }
        }
        // One pass, so that a name that looks like a placeholder stays what it is.
        return PLACEHOLDER
                        .matcher(out)
                        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")))
                        .replaceAll("\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    private boolean holds(String condition, boolean one) {
        for (String part : condition.split("&", -1)) {
            boolean holds = switch (part.strip()) {
                case "one database" -> one;
                case "all databases" -> !one;
                default -> version.matches(part);
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private String account(String name) {
        if (!onMysql()) {
            return quoted(name, '"');
        }
        int at = name.lastIndexOf('@');
        List<String> parts =
                new ArrayList<>(at < 0 ? List.of(name, "%") : List.of(name.substring(0, at), name.substring(at + 1)));
        parts.replaceAll(part -> quoted(part, '`'));
        return String.join("@", parts);
    }

    /** For PostgreSQL's dollar quotes around a text that holds the name: they end where the name cannot. */
    private static String tag(String name) {
        String tag = "plumbline";
        while (name.contains(tag)) {
            tag += "_";
        }
        return tag;
    }

    /** MySQL takes the name after ON for a pattern, in which an underscore stands for any character. */
    private String database(String name) {
        if (!onMysql()) {
            return quoted(name, '"');
        }
        return name.isEmpty() ? "*.*" : quoted(name.replaceAll("[\\\\_%]", "\\\\$0"), '`') + ".*";
    }

    private boolean onMysql() {
        return database() == Database.OPTIONAL;
    }

    /** A quoted name ends at its quote alone: a backslash means nothing in it, whatever the settings are. */
    private static String quoted(String name, char quote) {
        String mark = String.valueOf(quote);
        return mark + name.replace(mark, mark + mark) + mark;
    }

    private static String resource(String name) {
        try (InputStream in = GrantScript.class.getResourceAsStream("/grants/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program's resources lack grants/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
