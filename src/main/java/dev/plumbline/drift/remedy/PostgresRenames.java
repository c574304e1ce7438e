package dev.plumbline.drift.remedy;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Change.Type;
import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import java.util.List;

/** Gives PostgreSQL's objects their expected names. */
final class PostgresRenames {

    private final PostgresDialect sql;

    PostgresRenames(PostgresDialect sql) {
        this.sql = sql;
    }

    boolean rename(Fact fact, FactPath path, Change change, List<Change> all) {
        String kind = path.kind();
        String to = sql.quote(fact.name());
        if (path.name().equals(fact.name())) {
            return false;
        }
        if (PostgresDialect.CONSTRAINTS.contains(kind)) {
            if (!PostgresConstraints.inherited(sql.expected, fact)) {
                sql.statement(
                        Phase.RENAME,
                        "ALTER TABLE " + sql.whole(path) + " RENAME CONSTRAINT " + sql.quote(path.name()) + " TO "
                                + to);
            }
            return true;
        }
        switch (kind) {
            case "column" -> {
                if (sql.expected.find(Dialect.in(path, "table")).isPresent()) {
                    if (!fact.isTrue("inherited") && !sql.tables.partition(fact)) {
                        sql.statement(
                                Phase.RENAME,
                                "ALTER TABLE " + sql.whole(path) + " RENAME COLUMN " + sql.quote(path.name()) + " TO "
                                        + to);
                    }
                }
                return true;
            }
            case "index" -> {
                boolean followsConstraint = fact.text("constraint").isPresent()
                        && all.stream()
                                .anyMatch(c -> c.type() == Type.RENAMED
                                        && PostgresDialect.CONSTRAINTS.contains(
                                                c.path().kind())
                                        && c.path().names().equals(change.path().names()));
                if (!followsConstraint) {
                    sql.statement(
                            Phase.RENAME,
                            "ALTER INDEX " + sql.name(List.of(path.names().get(0), path.name())) + " RENAME TO " + to);
                }
                return true;
            }
            case "trigger", "policy", "rule" ->
                sql.statement(
                        Phase.RENAME,
                        "ALTER " + PostgresDialect.WORD_OF_PART.get(kind) + " " + sql.quote(path.name()) + " ON "
                                + sql.whole(path) + " RENAME TO " + to);
            case "routine" -> {
                if (!PostgresDialect.base(path.name()).equals(PostgresDialect.base(fact.name()))) {
                    sql.statement(
                            Phase.RENAME,
                            "ALTER " + sql.object(fact, path) + " RENAME TO "
                                    + sql.quote(PostgresDialect.base(fact.name())));
                    return true;
                }
                return false;
            }
            default -> {
                String object = sql.object(fact, path);
                if (object.isEmpty()) {
                    return false;
                }
                sql.statement(Phase.RENAME, "ALTER " + object + " RENAME TO " + to);
            }
        }
        return true;
    }
}
