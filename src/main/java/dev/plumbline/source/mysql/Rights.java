package dev.plumbline.source.mysql;

import dev.plumbline.source.ServerVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the account may see. The servers hide objects from accounts without privileges on them and say nothing, so that
 * only the account's own privileges tell whether a kind was seen as a whole.
 *
 * @param global privileges on all schemas, in upper case
 * @param bySchema privileges on single schemas, by the pattern on which they were granted
 * @param version of the server, for they do not hide alike
 */
record Rights(Set<String> global, Map<String, Set<String>> bySchema, ServerVersion version) {

    private static final Pattern GRANT = Pattern.compile(
            "GRANT (?<privileges>.+?) ON (?<object>`(?:[^`]|``)*`\\.\\*|\\*\\.\\*) TO .*", Pattern.DOTALL);

    private static final Set<String> ON_TABLES =
            Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "INDEX", "REFERENCES");
    private static final Set<String> ON_COLUMNS = Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES");
    private static final Set<String> BEYOND_SELECT =
            Set.of("INSERT", "UPDATE", "DELETE", "REFERENCES", "ALTER", "INDEX", "TRIGGER");

    /** Any of these on the schema shows all of the kind. Kinds that are not named here show to everyone. */
    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry(
                    "schema",
                    Set.of(
                            "SHOW DATABASES",
                            "SELECT",
                            "INSERT",
                            "UPDATE",
                            "DELETE",
                            "CREATE",
                            "ALTER",
                            "INDEX",
                            "REFERENCES")),
            Map.entry("table", ON_TABLES),
            Map.entry("column", ON_COLUMNS),
            Map.entry("index", ON_COLUMNS),
            Map.entry("primary_key", ON_COLUMNS),
            Map.entry("unique_constraint", ON_COLUMNS),
            Map.entry("partition", ON_COLUMNS),
            Map.entry("foreign_key", BEYOND_SELECT),
            Map.entry("check_constraint", BEYOND_SELECT),
            Map.entry("view", Set.of("SHOW VIEW")),
            Map.entry(
                    "routine",
                    Set.of("EXECUTE", "CREATE ROUTINE", "ALTER ROUTINE", "SHOW_ROUTINE", "SHOW CREATE ROUTINE")),
            Map.entry("trigger", Set.of("TRIGGER")),
            Map.entry("event", Set.of("EVENT")),
            // One that may not be read is an error of its own; here only the list of them counts.
            Map.entry("sequence", ON_TABLES));

    Rights {
        global = Set.copyOf(global);
        bySchema = Map.copyOf(bySchema);
    }

    /** @param lines what {@code SHOW GRANTS} yields */
    static Rights parse(List<String> lines, ServerVersion version) {
        Set<String> global = new HashSet<>();
        Map<String, Set<String>> bySchema = new java.util.TreeMap<>();
        for (String line : lines) {
            Matcher matcher = GRANT.matcher(line);
            if (!matcher.matches()) {
                continue;
            }
            Set<String> privileges = new HashSet<>();
            for (String privilege : matcher.group("privileges").split(",", -1)) {
                privileges.add(privilege.strip().toUpperCase(Locale.ROOT));
            }
            String object = matcher.group("object");
            if (object.equals("*.*")) {
                global.addAll(privileges);
            } else {
                String pattern = object.substring(1, object.length() - 3).replace("``", "`");
                bySchema.computeIfAbsent(pattern, p -> new HashSet<>()).addAll(privileges);
            }
        }
        return new Rights(global, bySchema, version);
    }

    /** Whether all facts of a kind are seen, as they would be by an administrator. */
    boolean see(String kind, Scope scope) {
        return alone(kind, scope) && toldWith(kind).stream().allMatch(other -> alone(other, scope));
    }

    /** What would have to be granted, for people. */
    String needed(String kind, Scope scope) {
        String lacking = toldWith(kind).stream()
                .filter(other -> alone(kind, scope) && !alone(other, scope))
                .findFirst()
                .orElse(kind);
        Set<String> needed = NEEDED.getOrDefault(lacking, Set.of("SELECT"));
        return "all of them show with "
                + String.join(" or ", needed.stream().sorted().toList());
    }

    /** Other kinds without which a fact would be told otherwise, or not be told from one that is left out. */
    private List<String> toldWith(String kind) {
        return switch (kind) {
            case "foreign_key" -> List.of("column");
            case "grant" -> List.of("table");
            case "table" -> List.of("partition");
            // To MariaDB, a column of type json is a text with a check.
            case "column" -> version.matches("mariadb") ? List.of("check_constraint") : List.of();
            case "check_constraint" -> version.matches("mariadb") ? List.of("column") : List.of();
            default -> List.of();
        };
    }

    private boolean alone(String kind, Scope scope) {
        if (kind.equals("grant")) {
            return has(global, Set.of("SELECT")) || has(on("mysql"), Set.of("SELECT"));
        }
        Set<String> needed = NEEDED.get(kind);
        if (needed == null || has(global, needed) || (kind.equals("schema") && scope.isRelative())) {
            return true;
        }
        // Servers that keep routines in mysql.proc show them to whoever may read it.
        if (kind.equals("routine")
                && (has(global, Set.of("SELECT"))
                        || (version.matches("mariadb | mysql < 8") && has(on("mysql"), Set.of("SELECT"))))) {
            return true;
        }
        List<String> schemas = new ArrayList<>(scope.isRelative() ? List.of(scope.relative()) : scope.schemas());
        return !schemas.isEmpty() && schemas.stream().allMatch(schema -> has(on(schema), needed));
    }

    private static boolean has(Set<String> privileges, Set<String> needed) {
        return privileges.contains("ALL PRIVILEGES") || needed.stream().anyMatch(privileges::contains);
    }

    private Set<String> on(String schema) {
        Set<String> all = new HashSet<>();
        bySchema.forEach((pattern, privileges) -> {
            if (like(pattern).matcher(schema).matches()) {
                all.addAll(privileges);
            }
        });
        return all;
    }

    private static Pattern like(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
            } else if (c == '%') {
                regex.append(".*");
            } else {
                regex.append(c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }
}
