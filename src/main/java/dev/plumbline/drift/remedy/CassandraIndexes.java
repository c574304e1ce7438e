package dev.plumbline.drift.remedy;

import static dev.plumbline.drift.remedy.Dialect.in;
import static dev.plumbline.drift.remedy.Dialect.map;
import static dev.plumbline.drift.remedy.Dialect.text;

import dev.plumbline.drift.remedy.Script.Phase;
import dev.plumbline.fact.Fact;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cassandra's indexes of all kinds. */
final class CassandraIndexes {

    private static final Pattern CQL = Pattern.compile(
            "(?s)(?:(?<part>keys|values|entries|full)(?=\\())?\\(?(?<name>[a-z][a-z0-9_]*|\"(?:[^\"]|\"\")*\")\\)?");

    private final CassandraDialect sql;

    CassandraIndexes(CassandraDialect sql) {
        this.sql = sql;
    }

    void create(Fact fact) {
        String method = text(fact, "method");
        boolean custom = !method.equals("secondary");
        String shown = switch (method) {
            case "sai" -> "StorageAttachedIndex";
            case "sasi" -> "org.apache.cassandra.index.sasi.SASIIndex";
            default -> method;
        };
        Map<String, String> options = map(fact, "index_options");
        sql.statement(
                Phase.INDEX,
                "CREATE " + (custom ? "CUSTOM " : "") + "INDEX " + sql.quote(fact.name()) + " ON "
                        + sql.whole(fact.path())
                        + " ("
                        + fact.list("keys").stream().map(k -> target(fact, k)).collect(Collectors.joining(", ")) + ")"
                        + (custom ? " USING " + sql.literal(shown) : "")
                        + (options.isEmpty() ? "" : " WITH OPTIONS = " + sql.tables.literal(options)));
    }

    /** A column, or {@code keys(column)} and the like, as CQL has it unless it is from a version that did not quote. */
    private String target(Fact index, String key) {
        Matcher cql = CQL.matcher(key);
        if (cql.matches()) {
            String name = cql.group("name");
            String quoted = name.startsWith("\"") ? name : sql.quote(name);
            return cql.group("part") == null ? quoted : cql.group("part") + "(" + quoted + ")";
        }
        List<Fact> columns = sql.expected
                .find(in(index.path(), "table"))
                .map(t -> sql.expected.parts(t, "column"))
                .orElse(List.of());
        for (Fact column : columns) {
            String name = column.name();
            if (key.equals(name) || key.equals(sql.quote(name))) {
                return sql.quote(name);
            }
            for (String part : List.of("keys", "values", "entries", "full")) {
                if (key.equals(part + "(" + name + ")") || key.equals(part + "(" + sql.quote(name) + ")")) {
                    return part + "(" + sql.quote(name) + ")";
                }
            }
        }
        return key;
    }
}
