package dev.plumbline.source.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the server itself writes down of a reading. */
class StatementLogTest {

    private static final Pattern LINE =
            Pattern.compile("(?ms)^seen\\|LOG:  (?:statement|execute [^:]*): (.*?)(?=^\\S*\\|[A-Z]+: |\\z)");

    /** What opens a connection; whether there is a second one in time depends on how long the reading takes. */
    private static final Pattern OPENING =
            Pattern.compile("(?i)^(set|savepoint|rollback|begin|select version|select pg_postmaster_start_time)\\b");

    /** What is sent between the statements of the report. */
    private static final List<String> BESIDE = List.of(
            "BEGIN",
            "ROLLBACK",
            "rollback to savepoint plumbline",
            "SET application_name = 'plumbline'",
            "SET extra_float_digits = 3");

    @Test
    void tenTablesAndFiveThousandAreReadByTheSameStatements() throws Exception {
        Endpoint endpoint = Servers.database("16", "empty.sql");
        Path log = log(endpoint);
        tables(endpoint, 1, 10);
        List<String> few = statements(endpoint, log);
        for (int i = 0; i < 5; i++) {
            tables(endpoint, 1_000 * (i + 1) + 1, 1_000 * (i + 2));
        }
        List<String> many = statements(endpoint, log);
        Servers.execute(endpoint, "alter system reset log_line_prefix");

        assertThat(few).hasSizeGreaterThan(30).isEqualTo(many);
    }

    private static void tables(Endpoint endpoint, int from, int to) throws Exception {
        Servers.execute(
                endpoint,
                "do $$ begin for i in " + from + ".." + to
                        + " loop execute format('create table t%s (id int, name text)', i); end loop; end $$");
    }

    private static Path log(Endpoint endpoint) throws Exception {
        String database = endpoint.url().substring(endpoint.url().lastIndexOf('/') + 1);
        Servers.execute(endpoint, "alter system set log_line_prefix = 'seen|'");
        Servers.execute(endpoint, "select pg_reload_conf()");
        Servers.execute(endpoint, "alter database " + database + " set log_statement = 'all'");
        try (Connection connection = Servers.connect(endpoint);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            row.next();
            return Path.of(row.getString(1)).resolveSibling("server.log");
        }
    }

    /** What the server saw of one reading: no statement that writes, and none that the reading does not show. */
    private static List<String> statements(Endpoint endpoint, Path log) throws Exception {
        long before = Files.size(log);
        Reading reading = Servers.read(endpoint);
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) before, (int) (all.length - before), StandardCharsets.UTF_8);
        String shown = reading.statements().stream()
                .map(statement -> flat(statement.text()))
                .collect(Collectors.joining("\n"));
        List<String> statements = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            String statement = flat(matcher.group(1));
            // The next rows of the same statement.
            if (!matcher.group().contains("execute fetch from")
                    && !OPENING.matcher(statement).find()) {
                statements.add(statement);
            }
            assertThat(statement).matches("(?is)(select|with|set|savepoint|rollback|begin)\\b.*");
            assertThat(shown.contains(statement) || BESIDE.contains(statement))
                    .as("the report shows: " + statement)
                    .isTrue();
        }
        assertThat(statements).hasSize((int) reading.statements().stream()
                .filter(s -> !s.name().endsWith("session"))
                .count());
        Collections.sort(statements);
        return statements;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
