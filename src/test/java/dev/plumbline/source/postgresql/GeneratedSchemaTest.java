package dev.plumbline.source.postgresql;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.GeneratedCase;
import dev.plumbline.source.GeneratedSchemaLaws;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The laws on PostgreSQL, each schema in a transaction that is rolled back. */
class GeneratedSchemaTest extends GeneratedSchemaLaws {

    private static final int CHANGES = 5;

    @Override
    protected List<GeneratedCase> make(List<Long> seeds) throws SQLException {
        Endpoint endpoint = Servers.of("17").endpoint("generated");
        List<GeneratedCase> cases = new ArrayList<>();
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (long seed : seeds) {
                try {
                    cases.add(make(seed, connection, statement, endpoint));
                } finally {
                    connection.rollback();
                }
            }
        }
        return cases;
    }

    private static GeneratedCase make(long seed, Connection connection, Statement statement, Endpoint endpoint)
            throws SQLException {
        GeneratedSchema schema = new GeneratedSchema(seed);
        run(statement, schema.statements(), seed);
        Snapshot first = read(connection, endpoint);
        Snapshot again = read(connection, endpoint);
        List<String> changes = new ArrayList<>();
        while (changes.size() < CHANGES) {
            String change = schema.change();
            Savepoint savepoint = connection.setSavepoint();
            try {
                statement.execute(change);
                changes.add(change);
            } catch (SQLException refused) {
                connection.rollback(savepoint);
            }
        }
        Snapshot changed = read(connection, endpoint);
        List<Remedy.Statement> remedy = Remedy.of(first, changed, Differ.compare(first, changed));
        String complaint = "";
        Savepoint savepoint = connection.setSavepoint();
        for (Remedy.Statement one : remedy) {
            try {
                if (one.known() && complaint.isEmpty()) {
                    statement.execute(one.text());
                }
            } catch (SQLException e) {
                complaint = e.getMessage() + " in: " + one.text() + " ";
                connection.rollback(savepoint);
            }
        }
        GeneratedCase.Undone undone = new GeneratedCase.Undone(remedy, complaint, read(connection, endpoint));
        connection.rollback();
        run(statement, schema.reordered(), seed);
        return new GeneratedCase(seed, changes, first, again, read(connection, endpoint), changed, undone);
    }

    /** A new column stands last, wherever the old one stood. */
    @Override
    protected boolean isExcused(GeneratedCase one, Change left) {
        return left.attribute().equals("position") && one.changes().stream().anyMatch(c -> c.contains("drop column"));
    }

    private static void run(Statement statement, List<String> statements, long seed) throws SQLException {
        statement.execute("set local search_path = pg_catalog");
        for (String one : statements) {
            try {
                statement.execute(one);
            } catch (SQLException e) {
                throw new SQLException("-Dplumbline.seed=" + seed + ": " + one, e);
            }
        }
    }

    private static Snapshot read(Connection connection, Endpoint endpoint) throws SQLException {
        return new PostgresSource(endpoint, Servers.KINDS)
                .read(Session.within(connection, endpoint), new Scope(Optional.empty(), List.of()))
                .snapshot();
    }
}
