package dev.plumbline.source.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.source.Endpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A change, its remedy, and nothing differs: over the statements of the reader's own case file, which follow one
 * another. All of them are run, but only every n-th is undone, for each costs three readings;
 * {@code -Dplumbline.remedies=1} undoes all, as files of one's own are, see {@link MutationTest#files}.
 */
class RemedyLawTest {

    private static final String SCHEMA = "mutations";
    private static final int USUAL = 5;

    static Stream<Arguments> files() {
        List<Object[]> byHand = MutationTest.byHand();
        return byHand.isEmpty()
                ? Stream.of(
                        Arguments.of("mariadb", "11.4", "mutations.sql"), Arguments.of("mysql", "8.0", "mutations.sql"))
                : byHand.stream().map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theRemedyOfAChangeUndoesIt(String engine, String version, String file) throws Exception {
        boolean byHand = Path.of(file).isAbsolute();
        int step = byHand ? 1 : Integer.getInteger("plumbline.remedies", USUAL);
        Sandbox server = Servers.server(engine, version);
        Endpoint endpoint = Servers.fresh(server, SCHEMA).showCreate(byHand);
        List<String> faults = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int undone = 0;
        List<MutationTest.Case> cases = MutationTest.Case.parse(
                Files.readString(Path.of("src/test/resources/cases/mysql").resolve(file)));
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            populate(endpoint, statement);
            for (int i = 0; i < cases.size(); i++) {
                String mutation = cases.get(i).statement();
                // Accounts are of the whole server, and no part of the law.
                if (mutation.contains("mut_")
                        || (!byHand && cases.get(i).changes().isEmpty())
                        || i % step != 0) {
                    tryRun(statement, mutation);
                    continue;
                }
                Snapshot before = Servers.snapshot(endpoint);
                String complaint = tryRun(statement, mutation);
                if (!complaint.isEmpty()) {
                    refused.add(mutation + ": " + complaint);
                    continue;
                }
                Snapshot after = Servers.snapshot(endpoint);
                List<Remedy.Statement> remedy = Remedy.of(before, after, Differ.compare(before, after));
                if (!remedy.stream().allMatch(Remedy.Statement::known)) {
                    unknown.add(mutation);
                    continue;
                }
                String fault = "";
                for (Remedy.Statement one : remedy) {
                    fault += tryRun(statement, one.text());
                }
                List<Change> rest =
                        Differ.compare(before, Servers.snapshot(endpoint)).changes();
                if (fault.isEmpty() && rest.isEmpty()) {
                    undone++;
                    fault = tryRun(statement, mutation);
                }
                if (!fault.isEmpty() || !rest.isEmpty()) {
                    faults.add(mutation + "\n   " + fault + rest + "\n   "
                            + remedy.stream().map(Remedy.Statement::text).toList());
                    Servers.fresh(server, SCHEMA);
                    statement.execute("use " + SCHEMA);
                    populate(endpoint, statement);
                    cases.subList(0, i + 1).forEach(c -> tryRun(statement, c.statement()));
                }
            }
        }
        if (!byHand) {
            faults.addAll(refused);
        }
        assertThat(faults).as("%d undone, no statement for %s", undone, unknown).isEmpty();
        assertThat(undone).isGreaterThanOrEqualTo(25);
    }

    private static void populate(Endpoint endpoint, Statement statement) throws SQLException {
        Servers.run(endpoint, Servers.script("same-everywhere.sql"));
        statement.execute("set names utf8mb4 collate utf8mb4_general_ci, sql_mode = 'STRICT_TRANS_TABLES'");
    }

    /** The server's complaint, or nothing. */
    private static String tryRun(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return e.getMessage() + " in: " + sql + "\n";
        }
    }
}
