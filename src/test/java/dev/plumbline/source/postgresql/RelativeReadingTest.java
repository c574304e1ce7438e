package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Change;
import dev.plumbline.drift.Differ;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Endpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same statements in a schema of another name are the same schema, whatever in it speaks of it. */
class RelativeReadingTest {

    private static final String PLAIN = "alpha";
    private static final List<String> OTHERS = List.of("We.ird \"S", "it's", "A,B", "o", "line\nbreak");

    @Test
    void theSameStatementsUnderAnotherNameAreEqualInTheSameDatabase() throws SQLException {
        Endpoint database = Servers.database("17", "empty.sql");
        Snapshot first = make(database, PLAIN);
        for (String name : OTHERS) {
            assertThat(Differ.compare(first, make(database, name)).changes())
                    .as(name)
                    .map(Change::toString)
                    .isEmpty();
        }
        assertThat(first.facts()).hasSizeGreaterThan(200);
    }

    @Test
    void whatSpeaksOfAnotherSchemaIsNotEqual() throws SQLException {
        Endpoint database = Servers.database("17", "empty.sql");
        Snapshot first = make(database, PLAIN);
        make(database, "beta");
        Servers.execute(
                database,
                "create or replace function beta.cnt() returns int language sql set search_path = beta, public as"
                        + " 'select count(*)::int from alpha.orders'");

        assertThat(Differ.compare(first, read(database, "beta")).changes())
                .map(c -> c.path() + " " + c.attribute())
                .containsExactly("routine:.\"cnt()\" body");
    }

    @Test
    void whatIsNamedLikeSomethingOfTheServersIsNotTakenForIt() throws SQLException {
        Endpoint database = Servers.database("17", "empty.sql");
        Snapshot first = make(database, PLAIN);
        make(database, "beta");
        Servers.execute(
                database,
                "drop view beta.vw; drop index beta.i4;"
                        + " alter table beta.ways alter column p drop default, alter column p type path using null");

        assertThat(first.find(FactPath.parse("column:.ways.p")).orElseThrow().text("type"))
                .contains("\"\".path");
        assertThat(Differ.compare(first, read(database, "beta")).changes())
                .map(c -> c.path() + " " + c.attribute())
                .contains("column:.ways.p type")
                .doesNotContain("column:.ways.r type");
    }

    /**
     * In the script {@code @S@} is the schema as an identifier, {@code @L@} the same inside a literal. It is sent line
     * by line, for the driver does not know where a parsed body ends if more follows.
     */
    private static Snapshot make(Endpoint database, String schema) throws SQLException {
        String identifier = '"' + schema.replace("\"", "\"\"") + '"';
        try (Connection connection = Servers.connect(database);
                Statement statement = connection.createStatement()) {
            for (String line : Servers.resource("relative.sql").lines().skip(1).toList()) {
                statement.execute(line.replace("@S@", identifier).replace("@L@", identifier.replace("'", "''")));
            }
        }
        return read(database, schema);
    }

    private static Snapshot read(Endpoint database, String schema) {
        return Servers.snapshot(
                Servers.with(database, "currentSchema=" + URLEncoder.encode(schema, StandardCharsets.UTF_8)));
    }
}
