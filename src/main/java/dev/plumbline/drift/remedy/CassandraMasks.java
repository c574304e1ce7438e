package dev.plumbline.drift.remedy;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;

/** Masks of Cassandra's columns. One that is a function of the users' own comes after, and goes before, the function. */
final class CassandraMasks {

    private static final String NATIVE = "system.";

    private final CassandraDialect sql;

    CassandraMasks(CassandraDialect sql) {
        this.sql = sql;
    }

    /** What stands behind the type of a column that is made; a mask that cannot be there yet is put on afterwards. */
    String made(Fact column) {
        String mask = column.text("mask").orElse("");
        if (mask.startsWith(NATIVE)) {
            return " MASKED WITH " + mask;
        }
        if (!mask.isEmpty()) {
            put(column, mask);
        }
        return "";
    }

    void change(Fact before, Fact after) {
        String wanted = before.text("mask").orElse("");
        String there = after.text("mask").orElse("");
        if (wanted.isEmpty() || (!there.isEmpty() && !there.startsWith(NATIVE))) {
            sql.statement(Phase.DROP_CONSTRAINT, alter(before) + " DROP MASKED");
        }
        if (!wanted.isEmpty()) {
            put(before, wanted);
        }
    }

    private void put(Fact column, String mask) {
        sql.statement(Phase.CONSTRAINT, alter(column) + " MASKED WITH " + mask);
    }

    private String alter(Fact column) {
        return "ALTER TABLE " + sql.whole(column.path()) + " ALTER " + sql.quote(column.name());
    }
}
