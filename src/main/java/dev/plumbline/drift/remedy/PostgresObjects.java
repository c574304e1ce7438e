package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL's collations, event triggers and statistics over several columns. */
final class PostgresObjects implements PostgresPart {

    private final PostgresDialect sql;

    PostgresObjects(PostgresDialect sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("collation", "event_trigger", "statistics");
    }

    @Override
    public boolean create(Fact fact) {
        String create = "CREATE " + object(fact.path());
        switch (fact.kind().name()) {
            case "collation" -> sql.statement(Phase.TYPE, create + collation(fact));
            case "statistics" -> {
                sql.statement(Phase.INDEX, create + statistics(fact));
                if (fact.get("target") != null) {
                    target(fact);
                }
            }
            default -> {
                List<String> tags = fact.list("tags");
                sql.statement(
                        Phase.TRIGGER,
                        create + " ON " + text(fact, "event")
                                + (tags.isEmpty()
                                        ? ""
                                        : tags.stream()
                                                .map(sql::literal)
                                                .collect(Collectors.joining(", ", " WHEN TAG IN (", ")")))
                                + " EXECUTE FUNCTION " + sql.reference(text(fact, "function")) + "()");
                if (!text(fact, "enabled").equals("origin")) {
                    enable(fact);
                }
            }
        }
        return true;
    }

    private String object(FactPath path) {
        return PostgresDialect.WORDS.get(path.kind()) + " " + sql.name(path);
    }

    private String collation(Fact fact) {
        String locale = sql.literal(text(fact, "locale"));
        return " (PROVIDER = " + text(fact, "provider")
                + fact.text("ctype")
                        .map(c -> ", LC_COLLATE = " + locale + ", LC_CTYPE = " + sql.literal(c))
                        .orElse(", LOCALE = " + locale)
                + (fact.isTrue("deterministic") ? "" : ", DETERMINISTIC = false")
                + fact.text("rules").map(r -> ", RULES = " + sql.literal(r)).orElse("")
                + ")";
    }

    private String statistics(Fact fact) {
        List<String> kinds = fact.list("kinds");
        return (kinds.isEmpty() ? "" : " (" + String.join(", ", kinds) + ")") + " ON "
                + Stream.concat(
                                fact.list("columns").stream().map(sql::quote),
                                fact.list("expressions").stream().map(e -> "(" + e + ")"))
                        .collect(Collectors.joining(", "))
                + " FROM " + sql.reference(text(fact, "table"));
    }

    @Override
    public boolean drop(Fact fact, FactPath path) {
        Phase phase = switch (path.kind()) {
            case "event_trigger" -> Phase.DROP_TRIGGER;
            case "statistics" -> Phase.DROP_INDEX;
            default -> Phase.DROP_TYPE;
        };
        sql.statement(phase, "DROP " + object(path));
        return true;
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        if (before.kind().name().equals("event_trigger") && changes.remove("enabled") != null) {
            enable(before);
        }
        if (before.kind().name().equals("statistics") && changes.remove("target") != null) {
            target(before);
        }
        // The version of a collation is what the server found when it was made.
        if (!changes.isEmpty() && !changes.containsKey("version") && !changes.containsKey("outdated")) {
            sql.again(before, before.path(), after, changes);
        }
    }

    private void target(Fact fact) {
        Object target = fact.get("target");
        sql.statement(
                Phase.COMMENT, "ALTER " + object(fact.path()) + " SET STATISTICS " + (target == null ? "-1" : target));
    }

    private void enable(Fact fact) {
        String how = switch (text(fact, "enabled")) {
            case "disabled" -> " DISABLE";
            case "replica" -> " ENABLE REPLICA";
            case "always" -> " ENABLE ALWAYS";
            default -> " ENABLE";
        };
        sql.statement(Phase.COMMENT, "ALTER " + object(fact.path()) + how);
    }
}
