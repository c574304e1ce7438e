package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.QueryFile;
import dev.plumbline.source.Reading;
import dev.plumbline.source.ServerVersion;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that is not sent, since what it is about is not there, would have found nothing. */
class PresenceTest {

    private static final String SELDOM = """
            create access method apart type table handler heap_tableam_handler;
            create trusted language apart handler plpgsql_call_handler;
            revoke usage on language apart from public;
            create text search parser apart
              (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
            create text search template apart (lexize = dsimple_lexize);
            create transform for int language sql
              (from sql with function prsd_lextype(internal), to sql with function int4recv(internal));
            """;

    /** What a test would leave behind for others, or needs a module for. */
    private static final Set<String> OF_THE_WHOLE_SERVER =
            Set.of("grant+parameter.sql", "grant+tablespace.sql", "security_label.sql");

    @ParameterizedTest
    @ValueSource(strings = {"14", "18"})
    void whatIsNotSentFindsNothing(String version) throws SQLException {
        Set<String> unsentToEmpty = unsent(Servers.database(version, "empty.sql"), version);
        Endpoint rich = Servers.database(version, "rich.sql");
        Servers.execute(rich, SELDOM);
        Set<String> unsentToRich = unsent(rich, version);

        assertThat(unsentToEmpty).hasSizeGreaterThan(25).containsAll(unsentToRich);
        assertThat(unsentToRich).isSubsetOf(OF_THE_WHOLE_SERVER);
    }

    @Test
    void aSchemaOfTheServerIsReadAsAWhole() throws SQLException {
        Endpoint endpoint = Servers.database("18", "empty.sql");
        Endpoint own = new Endpoint(
                endpoint.url(), endpoint.user(), endpoint.password(), List.of("pg_catalog"), endpoint.limits());

        assertThat(Servers.read(own).snapshot().facts("operator")).hasSizeGreaterThan(500);
    }

    /** The files whose queries were not sent, after a look at what each would have found. */
    private static Set<String> unsent(Endpoint endpoint, String major) throws SQLException {
        Reading reading = Servers.read(endpoint);
        Map<String, Long> sent = reading.statements().stream()
                .collect(Collectors.toMap(Reading.Statement::name, Reading.Statement::rows, Long::sum));
        assertThat(sent).containsKey("presence");
        ServerVersion version = ServerVersion.of("postgresql", major + ".0");
        Scope scope = new Scope(Optional.empty(), List.of());
        Set<String> unsent = new TreeSet<>();
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            for (QueryFile file : Catalog.load("postgresql").files()) {
                if (!file.hasQuery()
                        || !file.serves(version)
                        || file.each().isPresent()
                        || sent.containsKey(file.name())) {
                    continue;
                }
                try (ResultSet rows = statement.executeQuery(scope.fill(file.text(version)))) {
                    assertThat(rows.next()).as("rows of " + file.name()).isFalse();
                }
                unsent.add(file.name());
            }
        }
        return unsent;
    }
}
