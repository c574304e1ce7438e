package dev.plumbline.source;

import dev.plumbline.source.SqlScript.Statement;
import java.util.List;
import java.util.Set;

/**
 * What a statement does, told from its words alone: enough to judge a migration, not to run it.
 *
 * @param operation in lower case: {@code create table}, {@code insert}, {@code alter table} …
 * @param table the table it is about, or the other object it creates or drops; empty if it has none
 * @param column the column, if it is about one; else empty
 * @param flags what matters for judging it
 * @param destroys what is lost, for instance {@code drop column orders.total}; sorted by place
 * @param endangers what breaks code that is running
 */
public record SqlShape(
        String operation, String table, String column, Set<Flag> flags, List<String> destroys, List<String> endangers) {

    public SqlShape {
        flags = Set.copyOf(flags);
        destroys = List.copyOf(destroys);
        endangers = List.copyOf(endangers);
    }

    /** Properties of a statement. */
    public enum Flag {
        SCHEMA_CHANGE,
        DATA_CHANGE,
        /** An UPDATE or DELETE of every row. */
        WITHOUT_WHERE,
        /** Builds or drops an index without blocking. */
        CONCURRENT,
        /** Cannot run inside a transaction. */
        NO_TRANSACTION,
        RENAME,
        NOT_NULL_WITHOUT_DEFAULT,
        /** Builds an index on a table that exists. */
        CREATES_INDEX,
        /** Only when, or unless, the object exists. */
        CONDITIONAL
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    static SqlShape of(Statement statement) {
        return new StatementReader(statement.tokens()).read();
    }
}
