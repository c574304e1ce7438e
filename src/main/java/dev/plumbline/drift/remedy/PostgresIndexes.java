package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;

/** PostgreSQL's indexes that no constraint made. */
final class PostgresIndexes {

    private final PostgresDialect sql;

    PostgresIndexes(PostgresDialect sql) {
        this.sql = sql;
    }

    void create(Fact index) {
        if (index.text("constraint").isPresent() || index.text("index_of").isPresent()) {
            return;
        }
        String name = sql.name(List.of(index.path().names().get(0), index.name()));
        boolean ofView =
                sql.expected.find(in(index.path(), "materialized_view")).isPresent();
        StringBuilder text = new StringBuilder("CREATE ")
                .append(index.isTrue("unique") ? "UNIQUE " : "")
                .append("INDEX ")
                .append(sql.quote(index.name()))
                .append(" ON ")
                .append(sql.whole(index.path()))
                .append(" USING ")
                .append(text(index, "method"))
                .append(" (")
                .append(String.join(", ", index.list("keys")))
                .append(')')
                .append(index.list("include").isEmpty() ? "" : " INCLUDE " + sql.columns(index.list("include")))
                .append(index.isTrue("nulls_not_distinct") ? " NULLS NOT DISTINCT" : "")
                .append(sql.options.with(map(index, "options")));
        index.text("tablespace").ifPresent(t -> text.append(" TABLESPACE ").append(sql.quote(t)));
        index.text("predicate").ifPresent(p -> text.append(" WHERE ").append(p));
        sql.statement(ofView ? Phase.TRIGGER : Phase.INDEX, text.toString());
        if (index.isTrue("clustered")) {
            sql.statement(
                    Phase.COMMENT, "ALTER TABLE " + sql.whole(index.path()) + " CLUSTER ON " + sql.quote(index.name()));
        }
        for (String target : index.list("statistics_targets")) {
            int equal = target.lastIndexOf('=');
            int column = equal < 0 ? -1 : index.list("keys").indexOf(target.substring(0, equal)) + 1;
            if (column > 0) {
                sql.statement(
                        Phase.COMMENT,
                        "ALTER INDEX " + name + " ALTER COLUMN " + column + " SET STATISTICS "
                                + target.substring(equal + 1));
            }
        }
    }

    void change(Fact before, Fact after, Map<String, Change> changes) {
        String name = sql.name(List.of(before.path().names().get(0), before.name()));
        String alter = "ALTER INDEX " + name;
        if (changes.remove("options") != null) {
            sql.options.change(alter, map(before, "options"), map(after, "options"), "");
        }
        if (changes.remove("clustered") != null) {
            String table = "ALTER TABLE " + sql.whole(before.path());
            // The one that is set comes last: it takes the mark from any other.
            sql.statement(
                    before.isTrue("clustered") ? Phase.OWNER : Phase.COMMENT,
                    table
                            + (before.isTrue("clustered")
                                    ? " CLUSTER ON " + sql.quote(before.name())
                                    : " SET WITHOUT CLUSTER"));
        }
        if (before.isTrue("valid") && changes.remove("valid") != null) {
            sql.statement(Phase.COMMENT, "REINDEX INDEX " + name);
        }
        if (changes.remove("tablespace") != null) {
            sql.statement(
                    Phase.COMMENT,
                    alter + " SET TABLESPACE "
                            + sql.quote(before.text("tablespace").orElse("pg_default")));
        }
        if (changes.isEmpty()) {
            return;
        }
        if (before.text("constraint").isPresent() && after.text("constraint").isPresent()) {
            // The constraint that stands on it says the same and is made anew.
            List.of("keys", "unique", "include", "nulls_not_distinct", "predicate")
                    .forEach(changes::remove);
            return;
        }
        if (!changes.containsKey("index_of") && before.text("index_of").isEmpty()) {
            sql.again(before, before.path(), after, changes);
        }
    }
}
