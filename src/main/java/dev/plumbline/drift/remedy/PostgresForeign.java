package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * PostgreSQL's foreign-data wrappers, servers and user mappings. A snapshot holds no secret, so an option that may be
 * one is left as it is, and what is missing is said.
 */
final class PostgresForeign implements PostgresPart {

    private static final String SECRET = "********";

    private final PostgresDialect sql;

    PostgresForeign(PostgresDialect sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("foreign_data_wrapper", "foreign_server", "user_mapping");
    }

    @Override
    public boolean create(Fact fact) {
        StringBuilder text = new StringBuilder("CREATE ").append(object(fact.path()));
        switch (fact.kind().name()) {
            case "foreign_data_wrapper" -> {
                fact.text("handler").ifPresent(h -> text.append(" HANDLER ").append(h));
                fact.text("validator").ifPresent(v -> text.append(" VALIDATOR ").append(v));
            }
            case "foreign_server" -> {
                fact.text("server_type").ifPresent(t -> text.append(" TYPE ").append(sql.literal(t)));
                fact.text("version").ifPresent(v -> text.append(" VERSION ").append(sql.literal(v)));
                text.append(" FOREIGN DATA WRAPPER ").append(sql.quote(text(fact, "wrapper")));
            }
            default -> {}
        }
        SortedMap<String, String> known = map(fact, "options");
        known.values().removeIf(SECRET::equals);
        if (!known.isEmpty()) {
            text.append(known.entrySet().stream()
                    .map(e -> sql.quote(e.getKey()) + " " + sql.literal(e.getValue()))
                    .collect(Collectors.joining(", ", " OPTIONS (", ")")));
        }
        sql.statement(Phase.TYPE, text.toString());
        map(fact, "options").forEach((name, value) -> secret(fact, name, value));
        return true;
    }

    private void secret(Fact fact, String name, String value) {
        if (value.equals(SECRET)) {
            sql.script.unknown("option " + name + " of " + fact.path() + ", for no snapshot holds a secret");
        }
    }

    @Override
    public boolean drop(Fact fact, FactPath path) {
        if (path.kind().equals("foreign_server")) {
            sql.actual.facts("user_mapping").stream()
                    .filter(m -> m.path().names().get(0).equals(fact.name()))
                    .forEach(m -> sql.statement(Phase.DROP_TYPE, "DROP " + object(m.path())));
        }
        sql.statement(Phase.DROP_TYPE, "DROP " + object(path));
        return true;
    }

    private String object(FactPath path) {
        return path.kind().equals("user_mapping")
                ? "USER MAPPING FOR " + sql.role(path.name()) + " SERVER "
                        + sql.quote(path.names().get(0))
                : PostgresDialect.WORDS.get(path.kind()) + " " + sql.name(path);
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        String alter = "ALTER " + object(before.path());
        for (String function : Set.of("handler", "validator")) {
            if (changes.remove(function) != null) {
                String word = function.toUpperCase(Locale.ROOT);
                sql.statement(
                        Phase.TYPE,
                        alter
                                + before.text(function)
                                        .map(f -> " " + word + " " + f)
                                        .orElse(" NO " + word));
            }
        }
        if (changes.remove("version") != null) {
            sql.statement(
                    Phase.TYPE,
                    alter + " VERSION "
                            + before.text("version").map(sql::literal).orElse("NULL"));
        }
        if (changes.remove("options") != null) {
            options(before, after, alter);
        }
    }

    private void options(Fact before, Fact after, String alter) {
        SortedMap<String, String> wanted = map(before, "options");
        SortedMap<String, String> there = map(after, "options");
        SortedMap<String, String> actions = new TreeMap<>();
        wanted.forEach((name, value) -> {
            if (!value.equals(there.get(name))) {
                secret(before, name, value);
                if (!value.equals(SECRET)) {
                    actions.put(
                            name,
                            (there.containsKey(name) ? "SET " : "ADD ") + sql.quote(name) + " " + sql.literal(value));
                }
            }
        });
        there.keySet().stream()
                .filter(name -> !wanted.containsKey(name))
                .forEach(name -> actions.put(name, "DROP " + sql.quote(name)));
        if (!actions.isEmpty()) {
            sql.statement(Phase.TYPE, alter + " OPTIONS (" + String.join(", ", actions.values()) + ")");
        }
    }
}
