package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A change, its remedy, and nothing differs: over the mutations of the reader's own case file. Where a change has no
 * known statement, the remedy must say so; those are counted, so that the number cannot fall unseen.
 */
class RemedyLawTest {

    private static final Path FILE = Path.of("src/test/resources/cases/postgresql/mutations.sql");
    private static final String VERSION = "17";

    @Test
    void theRemedyOfAChangeUndoesIt() throws SQLException, IOException {
        Endpoint endpoint = Servers.database(VERSION, "rich.sql");
        ServerVersion server = ServerVersion.of("postgresql", VERSION);
        List<Mutations> cases = Mutations.parse(Files.readString(FILE)).stream()
                .filter(m -> m.server().isEmpty() || server.matches(m.server()))
                .toList();
        List<String> faults = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int undone = 0;
        try (Connection connection = Servers.connect(endpoint)) {
            connection.setAutoCommit(false);
            Snapshot before = read(connection, endpoint);
            for (Mutations mutation : cases) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set local search_path = shop, public; " + mutation.sql());
                    Snapshot after = read(connection, endpoint);
                    List<Remedy.Statement> remedy = Remedy.of(before, after, Differ.compare(before, after));
                    if (remedy.stream().allMatch(Remedy.Statement::known)) {
                        String fault = run(statement, remedy);
                        List<Change> rest = fault.isEmpty()
                                ? Differ.compare(before, read(connection, endpoint))
                                        .changes()
                                : List.of();
                        if (fault.isEmpty() && rest.isEmpty()) {
                            undone++;
                        } else {
                            faults.add(mutation.sql() + "\n   " + fault + rest + "\n   " + texts(remedy));
                        }
                    } else {
                        unknown.add(mutation.sql());
                    }
                } finally {
                    connection.rollback();
                }
            }
        }
        System.out.println("REMEDY undone " + undone + " unknown " + unknown.size() + " faults " + faults.size() + "\n"
                + String.join("\nU ", unknown));
        assertThat(faults).isEmpty();
        assertThat(undone).isGreaterThanOrEqualTo(25);
    }

    private static Snapshot read(Connection connection, Endpoint endpoint) throws SQLException {
        return new PostgresSource(endpoint, Servers.KINDS)
                .read(Session.within(connection, endpoint), new Scope(Optional.empty(), List.of()))
                .snapshot();
    }

    /** The server's complaint, or nothing. */
    private static String run(Statement statement, List<Remedy.Statement> remedy) throws SQLException {
        statement.execute("set local search_path = pg_catalog");
        for (Remedy.Statement one : remedy) {
            try {
                statement.execute(one.text());
            } catch (SQLException e) {
                return e.getMessage() + " in: " + one.text();
            }
        }
        return "";
    }

    private static List<String> texts(List<Remedy.Statement> remedy) {
        return remedy.stream().map(Remedy.Statement::text).toList();
    }
}
