package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.without;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Storage parameters, reloptions and options of foreign objects. */
final class PostgresOptions {

    private static final Set<String> LISTS = Set.of(
            "search_path",
            "temp_tablespaces",
            "session_preload_libraries",
            "shared_preload_libraries",
            "local_preload_libraries",
            "unix_socket_directories");

    private final PostgresDialect sql;

    PostgresOptions(PostgresDialect sql) {
        this.sql = sql;
    }

    /** Names of options may have a prefix, as in {@code toast.autovacuum_enabled}. */
    private String settings(Map<String, String> options) {
        return options.entrySet().stream()
                .map(e -> option(e.getKey()) + " = " + sql.literal(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String option(String name) {
        return name.startsWith("toast.") ? "toast." + sql.quote(name.substring(6)) : sql.quote(name);
    }

    /** Sets and resets options of a table, a column, a view or an index. */
    void change(String alter, Map<String, String> wanted, Map<String, String> there, String prefix) {
        Map<String, String> set = new TreeMap<>();
        wanted.forEach((k, v) -> {
            if (!v.equals(there.get(k))) {
                set.put(prefix + k, v);
            }
        });
        List<String> gone = without(List.copyOf(there.keySet()), List.copyOf(wanted.keySet()));
        if (!set.isEmpty()) {
            sql.statement(Phase.COMMENT, alter + " SET (" + settings(set) + ")");
        }
        if (!gone.isEmpty()) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " RESET ("
                            + gone.stream().map(k -> option(prefix + k)).collect(Collectors.joining(", ")) + ")");
        }
    }

    void foreign(Fact fact, StringBuilder text) {
        Map<String, String> options = map(fact, "foreign_options");
        if (!options.isEmpty()) {
            text.append(options.entrySet().stream()
                    .map(e -> sql.quote(e.getKey()) + " " + sql.literal(e.getValue()))
                    .collect(Collectors.joining(", ", " OPTIONS (", ")")));
        }
    }

    String with(Map<String, String> options) {
        return options.isEmpty() ? "" : " WITH (" + settings(options) + ")";
    }

    /** Brings the settings of a role's or a database's sessions to what is wanted. */
    void configure(String alter, SortedMap<String, String> wanted, SortedMap<String, String> there) {
        there.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> sql.statement(Phase.ROLE, alter + " RESET " + name));
        wanted.forEach((name, value) -> {
            if (!value.equals(there.get(name))) {
                sql.statement(Phase.ROLE, alter + " SET " + name + " TO " + setting(sql, name, value));
            }
        });
    }

    /** The value of a setting. Some hold a list of quoted names, which would be one name in quotes of its own. */
    static String setting(PostgresDialect sql, String name, String value) {
        return LISTS.contains(name) ? value : sql.literal(value);
    }
}
