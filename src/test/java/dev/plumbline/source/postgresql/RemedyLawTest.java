package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.remedy.Remedy;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A change, its remedy, and nothing differs: over the mutations of the reader's own case file. Where a change has no
 * known statement, the remedy must say so, and the case counts for nothing.
 */
class RemedyLawTest {

    private static final Path FILE = Path.of("src/test/resources/cases/postgresql/mutations.sql");
    private static final String VERSION = "17";

    /** Every n-th is undone in an ordinary build; {@code -Dplumbline.remedies=1} undoes all. */
    private static final int STEP = Integer.getInteger("plumbline.remedies", 4);

    private static final String MAKES_BASE_TYPE =
            "create type mybase; create function mybase_in(cstring) returns mybase"
                    + " language internal immutable strict as 'textin'; create function mybase_out(mybase) returns cstring"
                    + " language internal immutable strict as 'textout'; create type mybase (input = mybase_in,"
                    + " output = mybase_out, like = text, category = 'S', preferred = false, delimiter = ';')";

    /** What is left over by these, and why. */
    private static final Map<String, String> LEFT_OVER = Map.of(
            "alter table orders drop column note cascade",
            "a new column stands last",
            "alter table orders drop column created cascade",
            "a new column stands last",
            "alter table orders validate constraint note_len",
            "the heir's constraint is checked when it is made",
            "alter table orders set schema public",
            "the default of an heir holds the sequence that moved",
            "drop extension btree_gist cascade",
            "rights on an extension's functions are seen as given when it is made anew",
            "alter domain email drop constraint email_at",
            "the server refuses it in the transaction that dropped it",
            MAKES_BASE_TYPE,
            "the type and its functions need each other, and no order of drops serves",
            "alter domain email set schema public",
            "its columns hold it while it is dropped and made anew",
            "alter role reader rename to readers",
            "it has rights in other databases of the server");

    @Test
    void theRemedyOfAChangeUndoesIt() throws SQLException, IOException {
        Endpoint endpoint = Servers.database(VERSION, "rich.sql");
        ServerVersion server = ServerVersion.of("postgresql", VERSION);
        List<Mutations> cases = Mutations.parse(Files.readString(FILE)).stream()
                .filter(m -> m.server().isEmpty() || server.matches(m.server()))
                .filter(m -> !LEFT_OVER.containsKey(m.sql()))
                .toList();
        List<String> faults = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int undone = 0;
        try (Connection connection = Servers.connectAgainAndAgain(endpoint)) {
            connection.setAutoCommit(false);
            Snapshot before = read(connection, endpoint);
            for (int i = 0; i < cases.size(); i += STEP) {
                Mutations mutation = cases.get(i);
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
        assertThat(faults).as("%d undone, no statement for %s", undone, unknown).isEmpty();
        assertThat(undone).isGreaterThanOrEqualTo(25);
    }

    /** What no object holds: rights on objects to come and on the database, and the settings of sessions. */
    @Test
    void defaultsAndTheDatabaseItselfAreUndone() throws SQLException {
        Endpoint endpoint = Servers.database(VERSION, "rich.sql");
        String script = Servers.resource("remedies.sql");
        int start = script.indexOf("\n\n");
        Servers.execute(endpoint, script.substring(0, start));
        try (Connection connection = Servers.connectAgainAndAgain(endpoint);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Snapshot before = read(connection, endpoint);
            for (String sql : script.substring(start).strip().split("\n", -1)) {
                statement.execute(sql);
                Snapshot after = read(connection, endpoint);
                List<Remedy.Statement> remedy = Remedy.of(before, after, Differ.compare(before, after));
                assertThat(remedy).as(sql).isNotEmpty().allMatch(Remedy.Statement::known);
                assertThat(run(statement, remedy)).as(sql).isEmpty();
                assertThat(Differ.compare(before, read(connection, endpoint)).changes())
                        .as(sql + " " + texts(remedy))
                        .isEmpty();
                connection.rollback();
            }
        }
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
