package dev.plumbline.source.cassandra;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.source.Reading;
import dev.plumbline.source.ServerVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the queries that a user added, after the program's own, over the same session. Each is a SELECT of CQL. */
final class OwnQueries {

    private final Connection connection;
    private final ServerVersion version;
    private final Endpoint.Limits limits;

    OwnQueries(Connection connection, ServerVersion version, Endpoint.Limits limits) {
        this.connection = connection;
        this.version = version;
        this.limits = limits;
    }

    /** Facts, statements and coverage grow. */
    void read(
            List<OwnQuery> queries,
            List<Fact> facts,
            List<Reading.Statement> statements,
            Map<String, Coverage.Entry> coverage) {
        for (OwnQuery query : queries) {
            coverage.put(query.file().kindName(), read(query, facts, statements));
        }
    }

    private Coverage.Entry read(OwnQuery query, List<Fact> facts, List<Reading.Statement> statements) {
        if (!query.file().serves(version)) {
            return new Coverage.Entry(
                    Coverage.Status.UNSUPPORTED,
                    "needs " + query.file().server().orElse("another server"));
        }
        String cql = query.file().text(version).strip();
        long start = System.nanoTime();
        try {
            Connection.Answer answer = connection.askOwn(cql, OwnQuery.MOST_ROWS);
            List<Row> rows = answer.rows();
            statements.add(
                    new Reading.Statement(query.file().name(), cql, rows.size(), (System.nanoTime() - start) / 1_000));
            if (rows.size() > OwnQuery.MOST_ROWS) {
                return new Coverage.Entry(
                        Coverage.Status.FAILED,
                        "the query of " + query.shown() + " yields more than " + OwnQuery.MOST_ROWS + " rows");
            }
            facts.addAll(query.facts(
                    answer.columns(),
                    rows.stream()
                            .map(row -> values(row, answer.columns(), query))
                            .toList()));
            return Coverage.Entry.READ;
        } catch (DriverTimeoutException e) {
            return new Coverage.Entry(
                    Coverage.Status.FAILED,
                    "the statement time-out of " + limits.statementMillis() + " ms was reached");
        } catch (DriverException e) {
            if (Fault.isDenial(e)) {
                return new Coverage.Entry(
                        Coverage.Status.DENIED, query.file().denied().orElseGet(() -> Fault.reason(e)));
            }
            return new Coverage.Entry(Coverage.Status.FAILED, Fault.reason(e));
        }
    }

    private static @Nullable Object[] values(Row row, List<String> columns, OwnQuery query) {
        return columns.stream()
                .map(column -> value(column, row.values().get(column), query))
                .toArray();
    }

    /** What a column holds, as the type that the header declares for it; text if it says nothing else. */
    private static @Nullable Object value(String column, @Nullable Object value, OwnQuery query) {
        if (value == null) {
            return null;
        }
        Kind.Type type =
                query.file().kind().attribute(column).map(Kind.Attribute::type).orElse(Kind.Type.TEXT);
        boolean right = switch (type) {
            case TEXT -> true;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case LIST -> value instanceof List;
            case MAP -> value instanceof Map;
        };
        if (!right) {
            throw new ProblemsException(
                    query.shown(),
                    "the column '" + column + "' holds something else than "
                            + type.name().toLowerCase(Locale.ROOT),
                    "declare it as text, or cast it in the query");
        }
        return type == Kind.Type.TEXT ? value.toString() : value;
    }
}
