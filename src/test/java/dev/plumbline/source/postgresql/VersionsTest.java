package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.drift.Drift;
import dev.plumbline.fact.Snapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same statements give the same facts on every version, but for what the version itself makes different. */
class VersionsTest {

    /** All are compared with {@code -Dplumbline.versions=14,15,16,17,18}; the oldest differs most. */
    static List<String> versions() {
        return List.of(System.getProperty("plumbline.versions", "14").split(",", -1));
    }

    /** Kinds that speak of the server itself. */
    private static final Set<String> OF_THE_SERVER = Set.of("server", "setting");

    /** What the same statement means something else for, by version. */
    private static final List<String> EXCEPTIONS = List.of(
            // A newer server brings a newer version of an extension.
            "extension:btree_gist version",
            // Since 15 the schema public belongs to the database's owner, and PUBLIC may not create in it.
            "schema:public owner",
            "grant:schema.public.PUBLIC privileges",
            // Since 17 ALL includes MAINTAIN.
            "grant:table.shop.orders.PUBLIC privileges",
            // Since 18 a subscription streams in parallel unless told otherwise.
            "subscription:sub streaming");

    private static Snapshot newest;

    @BeforeAll
    static void read() throws SQLException {
        newest = Servers.snapshot(Servers.database("18", "rich.sql"));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void theSameStatementsGiveTheSameFacts(String version) throws SQLException {
        Drift drift = Differ.compare(Servers.snapshot(Servers.database(version, "rich.sql")), newest);

        assertThat(drift.uncompared()).isEmpty();
        assertThat(drift.changes().stream()
                        .filter(c -> !OF_THE_SERVER.contains(c.path().kind()))
                        .filter(c -> !EXCEPTIONS.contains(text(c)))
                        .map(Change::toString))
                .isEmpty();
    }

    private static String text(Change change) {
        return change.path() + (change.attribute().isEmpty() ? "" : " " + change.attribute());
    }
}
