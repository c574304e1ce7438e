package dev.plumbline.source;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.Kind;
import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.source.Reading.Statement;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends the queries that a user added, after the program's own, over the same JDBC session. */
final class OwnQueries {

    private final JdbcCatalog.Dialect dialect;
    private final ServerVersion version;

    OwnQueries(JdbcCatalog.Dialect dialect, ServerVersion version) {
        this.dialect = dialect;
        this.version = version;
    }

    /** Facts, statements and coverage grow. */
    void read(
            Connection connection,
            List<OwnQuery> queries,
            List<Fact> facts,
            List<Statement> statements,
            Map<String, Coverage.Entry> coverage)
            throws SQLException {
        for (OwnQuery query : queries) {
            Coverage.Entry entry;
            if (!query.file().serves(version)) {
                entry = new Coverage.Entry(
                        Coverage.Status.UNSUPPORTED,
                        "needs " + query.file().server().orElse("another server"));
            } else {
                try {
                    entry = read(connection, query, facts, statements);
                } catch (SQLException e) {
                    entry = dialect.judge(query.file(), e);
                }
            }
            coverage.put(query.file().kindName(), entry);
        }
    }

    private Coverage.Entry read(Connection connection, OwnQuery query, List<Fact> facts, List<Statement> statements)
            throws SQLException {
        dialect.stay();
        String text = dialect.fill(query.file().text(version));
        long start = System.nanoTime();
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setMaxRows(OwnQuery.MOST_ROWS + 1);
            try (ResultSet result = statement.executeQuery(text)) {
                ResultSetMetaData data = result.getMetaData();
                for (int i = 1; i <= data.getColumnCount(); i++) {
                    columns.add(data.getColumnLabel(i).toLowerCase(Locale.ROOT));
                }
                while (result.next()) {
                    @Nullable Object[] row = new @Nullable Object[columns.size()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = value(result, i + 1, query, columns.get(i));
                    }
                    rows.add(row);
                }
            }
        }
        statements.add(new Statement(query.file().name(), text, rows.size(), (System.nanoTime() - start) / 1_000));
        if (rows.size() > OwnQuery.MOST_ROWS) {
            return new Coverage.Entry(
                    Coverage.Status.FAILED,
                    "the query of " + query.shown() + " yields more than " + OwnQuery.MOST_ROWS + " rows");
        }
        facts.addAll(query.facts(columns, rows));
        return Coverage.Entry.READ;
    }

    private static @Nullable Object value(ResultSet result, int column, OwnQuery query, String name)
            throws SQLException {
        Optional<Kind.Attribute> attribute = query.file().kind().attribute(name);
        try {
            return value(result, column, attribute);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            String text = String.valueOf(result.getString(column));
            throw new ProblemsException(
                    new Problem(
                            query.shown(),
                            "the column '" + name + "' is declared a list or a map and holds '" + text + "'",
                            "let it yield JSON, for instance [\"a\", \"b\"] or {\"a\": \"b\"}, or declare it text"),
                    e);
        }
    }

    private static @Nullable Object value(ResultSet result, int column, Optional<Kind.Attribute> attribute)
            throws SQLException {
        Kind.Type type = attribute.map(Kind.Attribute::type).orElse(Kind.Type.TEXT);
        @Nullable
        Object value = switch (type) {
            case TEXT -> result.getString(column);
            case BOOL -> result.getBoolean(column);
            case INT -> result.getLong(column);
            case LIST -> list(result, column);
            case MAP -> {
                String json = result.getString(column);
                yield json == null ? null : new TreeMap<>(JsonText.map(json));
            }
        };
        return result.wasNull() ? null : value;
    }

    private static @Nullable Object list(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Array array) {
            return Arrays.stream((Object[]) array.getArray())
                    .map(String::valueOf)
                    .toList();
        }
        return value == null ? null : JsonText.list(result.getString(column));
    }
}
