package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which columns of Cassandra's tables can be added and dropped: where the server refuses it, no statement is known. */
final class CassandraColumns {

    private static final Set<String> KEYS = Set.of("partition_key", "clustering");
    private static final Pattern OPEN_COLLECTION = Pattern.compile("(?:\"(?:[^\"]|\"\")*\"|[^ ]+) (?:list|set|map)<.*");

    private final CassandraDialect sql;

    CassandraColumns(CassandraDialect sql) {
        this.sql = sql;
    }

    /** Whether a column can be added to its table as it is now. */
    boolean canBeAdded(Fact column) {
        if (isKey(column) || !canBeMade(column)) {
            return false;
        }
        Optional<Fact> table = sql.actual.find(in(column.path(), "table"));
        return table.isEmpty() || (isTakenBy(table.get(), column) && fitsDropped(table.get(), column));
    }

    /** A key is there for ever, and so is a column of a user-defined type that is not frozen. */
    boolean canBeDropped(Fact column) {
        return !isKey(column) && type(column, sql.actual).isEmpty();
    }

    /** Whether a table can have such a column from its beginning: its type may have got collections later. */
    boolean canBeMade(Fact column) {
        return type(column, sql.expected)
                .filter(type -> type.list("fields").stream()
                        .anyMatch(f -> OPEN_COLLECTION.matcher(f).matches()))
                .isEmpty();
    }

    private static boolean isKey(Fact column) {
        return KEYS.contains(text(column, "key_kind"));
    }

    private static boolean isTakenBy(Fact table, Fact column) {
        String kind = text(table, "table_kind");
        return !kind.startsWith("compact")
                && kind.equals("counter") == text(column, "type").equals("counter")
                && !(column.isTrue("static") && table.list("clustering_columns").isEmpty());
    }

    /** The server compares with what had that name before, and takes no counter again. */
    private static boolean fitsDropped(Fact table, Fact column) {
        String type = text(column, "type");
        String before = map(table, "dropped_columns").get(column.name());
        return before == null
                || (!type.equals("counter") && before.equals(column.isTrue("static") ? type + " static" : type));
    }

    /** The user-defined type that a column has, if it is not frozen. */
    private static Optional<Fact> type(Fact column, Snapshot side) {
        String type = text(column, "type");
        String name =
                type.startsWith("\"") ? type.substring(1, type.length() - 1).replace("\"\"", "\"") : type;
        return side.find(new FactPath("type", List.of(column.path().names().get(0), name)));
    }
}
