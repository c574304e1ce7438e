package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/**
 * The laws on MariaDB and MySQL, each schema in a database that is made anew. Besides, each state that a schema has is
 * held against each other one: we say of the same objects that they differ as the server's own texts do.
 */
abstract class GeneratedServerLaws extends GeneratedSchemaLaws {

    private static final String SCHEMA = "gen_schema";
    private static final int CHANGES = 5;

    private final String engine;
    private final String version;
    private final List<String> faults = new ArrayList<>();
    private int pairs;

    GeneratedServerLaws(String engine, String version) {
        this.engine = engine;
        this.version = version;
    }

    @Test
    void theServerSaysTheSameOfAllPairs() {
        assertThat(faults).isEmpty();
        assertThat(pairs).isPositive();
    }

    @Override
    protected List<GeneratedCase> make(List<Long> seeds) throws SQLException {
        List<GeneratedCase> cases = new ArrayList<>();
        Sandbox server = Servers.server(engine, version);
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

    private GeneratedCase make(long seed, Sandbox server, Endpoint endpoint, Statement statement) throws SQLException {
        GeneratedSchema schema = new GeneratedSchema(engine, seed);
        run(statement, known(server, schema.statements()), seed);
        List<Seen> states = new ArrayList<>(List.of(see(endpoint)));
        Snapshot first = states.get(0).snapshot();
        Snapshot again = Servers.snapshot(endpoint);
        List<String> changes = new ArrayList<>();
        while (changes.size() < CHANGES) {
            String change = schema.change();
            if (complaint(statement, change).isEmpty()) {
                changes.add(change);
                states.add(see(endpoint));
            }
        }
        Snapshot changed = states.get(CHANGES).snapshot();
        List<Remedy.Statement> remedy = Remedy.of(first, changed, Differ.compare(first, changed));
        String complaint = "";
        for (Remedy.Statement one : remedy) {
            if (one.known()) {
                complaint += complaint(statement, one.text());
            }
        }
        GeneratedCase.Undone undone = new GeneratedCase.Undone(remedy, complaint, Servers.snapshot(endpoint));
        fresh(server);
        run(statement, known(server, schema.reordered()), seed);
        Seen reordered = see(endpoint);
        states.add(reordered);
        judge(seed, changes, states);
        return new GeneratedCase(seed, changes, first, again, reordered.snapshot(), changed, undone);
    }

    /** MariaDB 10.6, which may be a server of one's own, makes no partitions by itself and knows no uuid. */
    private static List<String> known(Sandbox server, List<String> statements) {
        return server.version().startsWith("10.6")
                ? statements.stream()
                        .map(s -> s.replace(" auto (partition", " (partition")
                                .replace(" uuid()", " '::1'")
                                .replace(" uuid", " inet6"))
                        .toList()
                : statements;
    }

    private static Seen see(Endpoint endpoint) throws SQLException {
        try (Connection oracle = Servers.connect(endpoint)) {
            return Seen.of(endpoint, oracle, SCHEMA);
        }
    }

    private void judge(long seed, List<String> changes, List<Seen> states) {
        for (int left = 0; left < states.size(); left++) {
            for (int right = 0; right < states.size(); right++) {
                String fault = states.get(left).judge(states.get(right)).fault();
                pairs++;
                if (!fault.isEmpty()) {
                    faults.add("-Dplumbline.seed=" + seed + " " + changes + " from state " + left + " to " + right
                            + ": " + fault);
                }
            }
        }
    }

    /** An empty database, and a role that has no rights. */
    private static Endpoint fresh(Sandbox server) throws SQLException {
        Endpoint endpoint = Servers.fresh(server, SCHEMA).showCreate(true);
        Servers.run(endpoint, "drop role if exists " + GeneratedSchema.ROLE, "create role " + GeneratedSchema.ROLE);
        return endpoint;
    }

    private void run(Statement statement, List<String> statements, long seed) throws SQLException {
        statement.execute("set names utf8mb4 collate utf8mb4_general_ci");
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
