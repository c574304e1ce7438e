package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.BothWays;
import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every statement that changes a schema is reported, as what it is, and nothing else is. */
class MutationTest {

    private static final Path FILE = Path.of("src/test/resources/cases/postgresql/mutations.sql");

    /** Majors that go through all of them; any others do with {@code -Dplumbline.versions=14,16,17}. */
    private static final String WHOLE = System.getProperty("plumbline.versions", "15,18");

    /** Majors that go through a share of them each, and each through other ones. */
    private static final List<String> IN_PART =
            System.getProperty("plumbline.versions") == null && !Boolean.getBoolean("update")
                    ? List.of("14", "16", "17")
                    : List.of();

    private static final int SHARE = 8;

    @Test
    void thereAreAtLeastTwoHundredAndFiftyOfThem() throws IOException {
        assertThat(Mutations.parse(Files.readString(FILE))).hasSizeGreaterThanOrEqualTo(250);
    }

    @TestFactory
    List<DynamicTest> eachMutationIsReportedAndNothingElse() throws SQLException, IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String version : WHOLE.split(",", -1)) {
            tests.addAll(on(version, mutation -> true));
        }
        for (String version : IN_PART) {
            int turn = Integer.parseInt(version) % SHARE;
            AtomicInteger next = new AtomicInteger();
            tests.addAll(on(version, mutation -> next.getAndIncrement() % SHARE == turn));
        }
        return tests;
    }

    private static List<DynamicTest> on(String version, Predicate<Mutations> share) throws SQLException, IOException {
        Endpoint endpoint = Servers.database(version, "rich.sql");
        Snapshot before = Servers.snapshot(endpoint);
        // One connection for all, since each new one fills its caches anew; it ends with this process.
        Connection connection = Servers.connectAgainAndAgain(endpoint);
        connection.setAutoCommit(false);
        ServerVersion server = ServerVersion.of("postgresql", version);
        Optional<Oracle> oracle = Oracle.find(version, "rich.sql");
        List<Mutations> all = Mutations.parse(Files.readString(FILE));
        if (Boolean.getBoolean("update")) {
            update(connection, endpoint, before, server, all);
            return List.of();
        }
        List<Mutations> asked = all.stream()
                .filter(m -> m.server().isEmpty() || server.matches(m.server()))
                .filter(share)
                .toList();
        BothWays both = BothWays.of(before);
        // All servers work at a time, and the dump program on copies of its own.
        ExecutorService reader = Executors.newSingleThreadExecutor();
        ExecutorService dumper = Executors.newSingleThreadExecutor();
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(DynamicTest.dynamicTest(version + ": pg_dump judges", () -> Oracle.require(version, "mutations")));
        for (Mutations m : asked) {
            Future<List<String>> found = reader.submit(() -> changes(connection, endpoint, before, both, m));
            Optional<Future<?>> agreed = oracle.map(o -> dumper.submit(() -> {
                o.agrees(m);
                return null;
            }));
            tests.add(DynamicTest.dynamicTest(version + ": " + m.sql(), () -> {
                assertThat(result(found)).containsExactlyInAnyOrderElementsOf(m.changes(server));
                if (agreed.isPresent()) {
                    result(agreed.get());
                }
            }));
        }
        reader.execute(both::close);
        reader.shutdown();
        dumper.shutdown();
        return tests;
    }

    /** Waits, and fails as what was waited for. */
    private static <T> T result(Future<T> future) throws Throwable {
        try {
            return future.get(5, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static List<String> changes(
            Connection connection, Endpoint endpoint, Snapshot before, BothWays both, Mutations mutation)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local search_path = shop, public; " + mutation.sql());
            Scope scope = new Scope(Optional.empty(), List.of());
            Snapshot after = new PostgresSource(endpoint, Servers.KINDS)
                    .read(Session.within(connection, endpoint), scope)
                    .snapshot();
            both.agree(after);
            return Differ.compare(before, after).changes().stream()
                    .map(MutationTest::text)
                    .toList();
        } finally {
            connection.rollback();
        }
    }

    private static String text(Change change) {
        String from = change.from().map(f -> " from " + f).orElse("");
        return change.type().word() + " " + change.path() + from
                + (change.attribute().isEmpty() ? "" : " " + change.attribute());
    }

    /** What is found becomes what is expected, for people to read before they commit it. */
    private static void update(
            Connection connection, Endpoint endpoint, Snapshot before, ServerVersion server, List<Mutations> all)
            throws IOException {
        BothWays both = BothWays.of(before);
        String text = all.stream()
                .map(m -> {
                    if (!m.server().isEmpty() && !server.matches(m.server())) {
                        return m;
                    }
                    try {
                        return m.with(changes(connection, endpoint, before, both, m));
                    } catch (SQLException e) {
                        return m.with(List.of("ERROR " + e.getMessage().replace('\n', ' ')));
                    }
                })
                .map(Mutations::text)
                .collect(Collectors.joining("\n"));
        both.close();
        Files.writeString(FILE, text);
    }
}
