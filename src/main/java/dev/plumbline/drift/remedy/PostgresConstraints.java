package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's keys, checks and exclusions. */
final class PostgresConstraints {

    private static final Set<String> ON_INDEX = Set.of("primary_key", "unique_constraint", "exclusion_constraint");

    private final PostgresDialect sql;

    PostgresConstraints(PostgresDialect sql) {
        this.sql = sql;
    }

    /** Whether a key stands on an index that a partition has from its partitioned table. */
    static boolean fromAbove(Snapshot side, Fact key) {
        return side.find(new FactPath("index", key.path().names()))
                .flatMap(i -> i.text("index_of"))
                .isPresent();
    }

    /** Whether a check comes with a table that this one inherits from or is a part of. */
    static boolean inherited(Snapshot side, Fact check) {
        return check.isTrue("inherited")
                || (check.kind().name().equals("check_constraint")
                        && side.find(in(check.path(), "table"))
                                .flatMap(t -> t.text("partition_of"))
                                .filter(parent -> side.facts("check_constraint").stream()
                                        .anyMatch(c -> c.name().equals(check.name())
                                                && parent.equals(PostgresTables.plain(in(c.path(), "table")))))
                                .isPresent());
    }

    boolean create(Fact fact) {
        if (inherited(sql.expected, fact) || fromAbove(sql.expected, fact)) {
            return true;
        }
        boolean foreignKey = fact.kind().name().equals("foreign_key");
        if (foreignKey && fact.isTrue("disabled")) {
            enforce(fact.path(), false);
            if (sql.tables.partition(fact)) {
                return true;
            }
        }
        if (indexAlone(sql.actual, fact.path()).isPresent()) {
            // The constraint makes the index itself.
            sql.statement(
                    Phase.DROP_INDEX,
                    "DROP INDEX " + sql.name(List.of(fact.path().names().get(0), fact.name())));
        }
        String definition = switch (fact.kind().name()) {
            case "primary_key" -> "PRIMARY KEY " + key(fact);
            case "unique_constraint" ->
                "UNIQUE " + (fact.isTrue("nulls_not_distinct") ? "NULLS NOT DISTINCT " : "") + key(fact);
            case "check_constraint" ->
                "CHECK (" + text(fact, "expression") + ")" + (fact.isTrue("no_inherit") ? " NO INHERIT" : "");
            case "foreign_key" -> foreignKey(fact);
            default -> text(fact, "definition");
        };
        boolean timed = !fact.kind().name().equals("exclusion_constraint");
        sql.statement(
                foreignKey ? Phase.FOREIGN_KEY : Phase.CONSTRAINT,
                "ALTER TABLE " + sql.whole(fact.path()) + " ADD CONSTRAINT " + sql.quote(fact.name()) + " " + definition
                        + (timed && fact.isTrue("deferrable") ? " DEFERRABLE" : "")
                        + (timed && fact.isTrue("initially_deferred") ? " INITIALLY DEFERRED" : "")
                        + (Boolean.FALSE.equals(fact.get("enforced")) ? " NOT ENFORCED" : "")
                        + (Boolean.FALSE.equals(fact.get("validated")) && !Boolean.FALSE.equals(fact.get("enforced"))
                                ? " NOT VALID"
                                : ""));
        return true;
    }

    /** An index that is called like a constraint that would stand on it, and on which none stands. */
    static Optional<Fact> indexAlone(Snapshot side, FactPath constraint) {
        return ON_INDEX.contains(constraint.kind())
                ? side.find(new FactPath("index", constraint.names()))
                        .filter(i -> i.text("constraint").isEmpty()
                                && i.text("index_of").isEmpty())
                : Optional.empty();
    }

    String key(Fact fact) {
        String columns = sql.columns(fact.list("columns"));
        if (fact.isTrue("without_overlaps")) {
            columns = columns.substring(0, columns.length() - 1) + " WITHOUT OVERLAPS)";
        }
        return columns + (fact.list("include").isEmpty() ? "" : " INCLUDE " + sql.columns(fact.list("include")));
    }

    private String foreignKey(Fact fact) {
        List<String> columns = fact.list("on_delete_columns");
        String match = text(fact, "match");
        boolean period = fact.isTrue("period");
        return "FOREIGN KEY " + columns(fact.list("columns"), period) + " REFERENCES "
                + sql.reference(text(fact, "referenced_table")) + " "
                + columns(fact.list("referenced_columns"), period)
                + (match.equals("SIMPLE") ? "" : " MATCH " + match)
                + " ON UPDATE " + text(fact, "on_update")
                + " ON DELETE " + text(fact, "on_delete")
                + (columns.isEmpty() ? "" : " " + sql.columns(columns));
    }

    private String columns(List<String> names, boolean period) {
        String last = sql.quote(names.get(names.size() - 1)) + ")";
        String all = sql.columns(names);
        return period ? all.substring(0, all.length() - last.length()) + "PERIOD " + last : all;
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        String alter = "ALTER TABLE " + sql.whole(before.path());
        boolean foreignKey = before.kind().name().equals("foreign_key");
        boolean only = Set.of("validated", "disabled").containsAll(changes.keySet());
        if (only && before.isTrue("validated") && changes.remove("validated") != null) {
            sql.statement(Phase.INDEX, alter + " VALIDATE CONSTRAINT " + sql.quote(before.name()));
        }
        if (foreignKey
                && Set.of("deferrable", "initially_deferred").containsAll(changes.keySet())
                && !changes.isEmpty()) {
            sql.statement(
                    Phase.FOREIGN_KEY,
                    alter + " ALTER CONSTRAINT " + sql.quote(before.name())
                            + (before.isTrue("deferrable") ? " DEFERRABLE" : " NOT DEFERRABLE")
                            + (before.isTrue("deferrable")
                                    ? before.isTrue("initially_deferred")
                                            ? " INITIALLY DEFERRED"
                                            : " INITIALLY IMMEDIATE"
                                    : ""));
            changes.clear();
        }
        if (changes.remove("disabled") != null) {
            enforce(before.path(), !before.isTrue("disabled"));
        }
        if (changes.isEmpty() || changes.containsKey("inherited")) {
            return;
        }
        sql.again(before, before.path(), after, changes);
    }

    /** The triggers of a foreign key have names that the server chose, and stand on both tables. */
    void enforce(FactPath key, boolean enable) {
        String action = enable ? "ENABLE" : "DISABLE";
        sql.statement(
                Phase.COMMENT,
                "DO "
                        + sql.literal("DECLARE t record; BEGIN FOR t IN SELECT tgrelid::regclass AS relation, tgname"
                                + " FROM pg_trigger WHERE tgconstraint = (SELECT oid FROM pg_constraint WHERE conname = "
                                + sql.literal(key.name()) + " AND conrelid = " + sql.literal(sql.whole(key))
                                + "::regclass) LOOP EXECUTE format('ALTER TABLE %s " + action
                                + " TRIGGER %I', t.relation, t.tgname); END LOOP; END"));
    }
}
