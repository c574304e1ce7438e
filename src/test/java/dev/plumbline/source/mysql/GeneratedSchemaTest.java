package dev.plumbline.source.mysql;

import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.GeneratedCase;
import dev.plumbline.source.GeneratedSchemaLaws;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The laws on MariaDB, each schema in a database that is made anew. */
class GeneratedSchemaTest extends GeneratedSchemaLaws {

    private static final String SCHEMA = "generated";
    private static final int CHANGES = 5;

    @Override
    protected List<GeneratedCase> make(List<Long> seeds) throws SQLException {
        List<GeneratedCase> cases = new ArrayList<>();
        Sandbox server = Servers.mariadb();
        for (long seed : seeds) {
            Endpoint endpoint = fresh(server);
            try (Connection connection = Servers.connect(endpoint);
                    Statement statement = connection.createStatement()) {
                cases.add(make(seed, server, endpoint, statement));
            } finally {
                Servers.run(endpoint, "drop role " + GeneratedSchema.ROLE, "drop database " + SCHEMA);
            }
        }
        return cases;
    }

    private static GeneratedCase make(long seed, Sandbox server, Endpoint endpoint, Statement statement)
            throws SQLException {
        GeneratedSchema schema = new GeneratedSchema(seed);
        run(statement, schema.statements(), seed);
        Snapshot first = Servers.snapshot(endpoint);
        Snapshot again = Servers.snapshot(endpoint);
        List<String> changes = new ArrayList<>();
        while (changes.size() < CHANGES) {
            String change = schema.change();
            if (complaint(statement, change).isEmpty()) {
                changes.add(change);
            }
        }
        Snapshot changed = Servers.snapshot(endpoint);
        List<Remedy.Statement> remedy = Remedy.of(first, changed, Differ.compare(first, changed));
        String complaint = "";
        for (Remedy.Statement one : remedy) {
            if (one.known()) {
                complaint += complaint(statement, one.text());
            }
        }
        GeneratedCase.Undone undone = new GeneratedCase.Undone(remedy, complaint, Servers.snapshot(endpoint));
        fresh(server);
        run(statement, schema.reordered(), seed);
        return new GeneratedCase(seed, changes, first, again, Servers.snapshot(endpoint), changed, undone);
    }

    /** An empty database, and a role that has no rights. */
    private static Endpoint fresh(Sandbox server) throws SQLException {
        Endpoint endpoint = Servers.fresh(server, SCHEMA);
        Servers.run(endpoint, "drop role if exists " + GeneratedSchema.ROLE, "create role " + GeneratedSchema.ROLE);
        return endpoint;
    }

    private static void run(Statement statement, List<String> statements, long seed) throws SQLException {
        statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
        statement.execute("use " + SCHEMA);
        for (String one : statements) {
            String complaint = complaint(statement, one);
            if (!complaint.isEmpty()) {
                throw new SQLException("-Dplumbline.seed=" + seed + ": " + complaint);
            }
        }
    }

    /** What the server says against it, or nothing. */
    private static String complaint(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage() + " in: " + sql + "\n";
        }
    }
}
