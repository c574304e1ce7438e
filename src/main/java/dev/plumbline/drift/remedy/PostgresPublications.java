package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** PostgreSQL's publications. */
final class PostgresPublications implements PostgresPart {

    private final PostgresDialect sql;

    PostgresPublications(PostgresDialect sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("publication");
    }

    @Override
    public boolean create(Fact fact) {
        List<String> what = objects(fact);
        String generated = text(fact, "generated_columns");
        sql.statement(
                Phase.TRIGGER,
                "CREATE PUBLICATION " + sql.quote(fact.name())
                        + (fact.isTrue("all_tables") ? " FOR ALL TABLES" : "")
                        + (what.isEmpty() ? "" : " FOR " + String.join(", ", what))
                        + " WITH (" + operations(fact)
                        + (fact.isTrue("via_root") ? ", publish_via_partition_root = true" : "")
                        + (generated.equals("none") || generated.isEmpty()
                                ? ""
                                : ", publish_generated_columns = " + generated)
                        + ")");
        return true;
    }

    @Override
    public boolean drop(Fact fact, FactPath path) {
        sql.statement(Phase.DROP_TRIGGER, "DROP PUBLICATION " + sql.name(path));
        return true;
    }

    @Override
    public void change(Fact before, Fact after, Map<String, Change> changes) {
        if (changes.containsKey("all_tables")) {
            sql.again(before, before.path(), after, changes);
            return;
        }
        String alter = "ALTER PUBLICATION " + sql.quote(before.name());
        if (changes.keySet().removeAll(Set.of("tables", "schemas"))) {
            List<String> wanted = objects(before);
            // Only the last one can be taken away by its name, for the list may not be empty.
            String text =
                    wanted.isEmpty() ? " DROP " + String.join(", ", names(after)) : " SET " + String.join(", ", wanted);
            sql.statement(Phase.COMMENT, alter + text);
        }
        if (changes.remove("operations") != null) {
            sql.statement(Phase.COMMENT, alter + " SET (" + operations(before) + ")");
        }
        if (changes.remove("via_root") != null) {
            sql.statement(
                    Phase.COMMENT, alter + " SET (publish_via_partition_root = " + before.isTrue("via_root") + ")");
        }
        if (changes.remove("generated_columns") != null) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " SET (publish_generated_columns = " + text(before, "generated_columns") + ")");
        }
    }

    private String operations(Fact fact) {
        return "publish = " + sql.literal(String.join(", ", fact.list("operations")));
    }

    private List<String> objects(Fact fact) {
        List<String> all = new ArrayList<>();
        // Heirs and parts are listed by their own names.
        fact.list("tables").forEach(t -> all.add("TABLE ONLY " + name(t) + t.substring(plain(t).length())));
        fact.list("schemas").forEach(s -> all.add("TABLES IN SCHEMA " + sql.quote(s)));
        return all;
    }

    private List<String> names(Fact fact) {
        List<String> all = new ArrayList<>();
        fact.list("tables").forEach(t -> all.add("TABLE ONLY " + name(t)));
        fact.list("schemas").forEach(s -> all.add("TABLES IN SCHEMA " + sql.quote(s)));
        return all;
    }

    private String name(String entry) {
        return sql.reference(plain(entry));
    }

    /** The table of an entry that may go on with columns and a condition: the longest that is there. */
    private String plain(String entry) {
        String best = "";
        for (Snapshot side : List.of(sql.expected, sql.actual)) {
            for (Fact table : side.facts("table")) {
                String plain = PostgresTables.plain(table.path());
                boolean fits =
                        entry.equals(plain) || entry.startsWith(plain + " (") || entry.startsWith(plain + " WHERE ");
                best = fits && plain.length() > best.length() ? plain : best;
            }
        }
        return best.isEmpty() ? entry : best;
    }
}
