package dev.plumbline.source.mysql;

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
 */
record Rights(Set<String> global, Map<String, Set<String>> bySchema) {

    private static final Pattern GRANT = Pattern.compile(
            "GRANT (?<privileges>.+?) ON (?<object>`(?:[^`]|``)*`\\.\\*|\\*\\.\\*) TO .*", Pattern.DOTALL);

    /** Any of these on the schema shows all of the kind. Kinds that are not named here show to everyone. */
    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry("schema", Set.of()),
            Map.entry(
                    "table", Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "INDEX", "REFERENCES")),
            Map.entry("column", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES")),
            Map.entry("index", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES")),
            Map.entry("primary_key", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES")),
            Map.entry("unique_constraint", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES")),
            Map.entry("foreign_key", Set.of("INSERT", "UPDATE", "DELETE", "REFERENCES", "ALTER", "INDEX", "TRIGGER")),
            Map.entry(
                    "check_constraint",
                    Set.of("INSERT", "UPDATE", "DELETE", "REFERENCES", "ALTER", "INDEX", "TRIGGER")),
            Map.entry("partition", Set.of("SELECT", "INSERT", "UPDATE", "REFERENCES")),
            Map.entry("view", Set.of("SHOW VIEW")),
            Map.entry(
                    "routine",
                    Set.of("EXECUTE", "CREATE ROUTINE", "ALTER ROUTINE", "SHOW_ROUTINE", "SHOW CREATE ROUTINE")),
            Map.entry("trigger", Set.of("TRIGGER")),
            Map.entry("event", Set.of("EVENT")),
            Map.entry("sequence", Set.of("SELECT")));

    Rights {
        global = Set.copyOf(global);
        bySchema = Map.copyOf(bySchema);
    }

    /** @param lines what {@code SHOW GRANTS} yields */
    static Rights parse(List<String> lines) {
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
        return new Rights(global, bySchema);
    }

    /** Whether all facts of a kind are seen. */
    boolean see(String kind, Scope scope) {
        if (kind.equals("grant")) {
            return has(global, Set.of("SELECT")) || has(on("mysql"), Set.of("SELECT"));
        }
        Set<String> needed = NEEDED.get(kind);
        if (needed == null) {
            return true;
        }
        if (needed.isEmpty()) {
            return scope.isRelative() || has(global, Set.of("SHOW DATABASES"));
        }
        if (has(global, needed) || (kind.equals("routine") && has(global, Set.of("SELECT")))) {
            return true;
        }
        List<String> schemas = new ArrayList<>(scope.isRelative() ? List.of(scope.relative()) : scope.schemas());
        return !schemas.isEmpty() && schemas.stream().allMatch(schema -> has(on(schema), needed));
    }

    /** What would have to be granted, for people. */
    static String needed(String kind) {
        Set<String> needed = NEEDED.getOrDefault(kind, Set.of("SELECT"));
        return "all of them show with "
                + String.join(" or ", needed.stream().sorted().toList());
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
