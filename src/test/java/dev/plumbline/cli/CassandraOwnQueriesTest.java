package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.source.Endpoint;
import dev.plumbline.source.OwnQuery;
import dev.plumbline.source.cassandra.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries of one's own on a real node, from the configuration to the verdict. */
class CassandraOwnQueriesTest {

    private static final String FILE = "evidence/feature_flag.cql";
    private static final String HEAD = """
            // plural: feature_flags
            // about: Switches of the application.
            // denied: GRANT SELECT ON TABLE shop.flags lets the account see the switches
            // path: name
            // attributes:
            //   enabled  bool  definition  Whether it is on.
            //   percent  int   definition  Of the users, in per cent.
            //   tiny     int   context     A small number.
            //   ratio    text  definition  A number with a point.
            //   since    text  context     A day.
            //   teams    list  privilege   Who may switch it.
            //   labels   map   cosmetic    What people wrote on it.
            """;
    private static final String QUERY =
            "SELECT name, enabled, percent, tiny, ratio, since, teams, labels FROM shop.flags\n";

    private static Cluster cluster;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        cluster = Cluster.shared("5.0");
        cluster.run("""
                CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
                CREATE TABLE shop.flags (name text PRIMARY KEY, enabled boolean, percent int, tiny tinyint, ratio double, since date, teams set<text>, labels map<text, int>, note blob);
                INSERT INTO shop.flags (name, enabled, percent, tiny, ratio, since, teams, labels) VALUES ('it''s "new"', true, 90, 3, 0.5, '2026-01-02', {'b', 'a'}, {'x': 1});
                INSERT INTO shop.flags (name, enabled, percent) VALUES ('off', false, 10);
                CREATE TABLE shop.many (k int, c int, PRIMARY KEY (k, c));
                CREATE ROLE auditor WITH LOGIN = true AND PASSWORD = 'Geheim-1';
                GRANT SELECT ON KEYSPACE shop TO auditor;
                CREATE ROLE stranger WITH LOGIN = true AND PASSWORD = 'Geheim-1';
                """);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @BeforeEach
    void writeTheProject() throws IOException {
        write(FILE, HEAD + QUERY);
        write("rules/own/flag.yaml", """
                id: flag
                title: {en: Flag for nearly all, es: Interruptor para casi todos}
                severity: high
                engines: [cassandra]
                for: feature_flag
                when: feature_flag.enabled
                assert: feature_flag.percent < 80 && 'a' in feature_flag.teams && feature_flag.labels['x'] == '1'
                message: {en: "{path} is on for {feature_flag.percent} %", es: "{path} al {feature_flag.percent} %"}
                why: {en: w, es: w}
                fix: {en: f, es: f}
                examples:
                  passes: [{feature_flag: {path: a, enabled: true, percent: 1, teams: [a], labels: {x: '1'}}}]
                  fails: [{feature_flag: {path: a, enabled: true, percent: 90, teams: [a], labels: {x: '1'}}}]
                  not_applicable: [{feature_flag: {path: a, enabled: false, percent: 90}}]
                """);
        configure("auditor");
    }

    private void configure(String user) throws IOException {
        Endpoint endpoint = cluster.endpoint("cql://$host/shop?dc=datacenter1");
        write("secret", "Geheim-1");
        write("plumbline.yaml", """
                version: 1
                project: shop
                limits: {statement_seconds: 20}
                targets:
                  main: {engine: cassandra, url: '%s', user: %s, password: {file: secret}}
                queries:
                  - {engine: cassandra, file: %s}
                rules: {packs: [rules]}
                """.formatted(endpoint.url(), user, FILE));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private Terminal plumbline(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = folder.resolve("plumbline.yaml").toString();
        return Terminal.run(all);
    }

    @Test
    void rowsAreFactsThatRulesJudgeAndSnapshotsHold() throws IOException {
        assertThat(plumbline("rules", "test").out()).contains("1 rules, 3 examples, 0 wrong");
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.out())
                .contains("feature_flag:\"it's \\\"new\\\"\" is on for 90 %")
                .doesNotContain("feature_flag:off");
        assertThat(check.code()).isEqualTo(1);

        Terminal snapshot = plumbline("snapshot", "main");
        assertThat(snapshot.out())
                .contains("feature_flag \"it's \\\"new\\\"\" enabled=true percent=90 tiny=3 ratio=0.5 since=2026-01-02"
                        + " teams=[a, b] labels={x: 1}")
                .contains("feature_flag off enabled=false percent=10");
        Path before = folder.resolve("before.txt");
        Files.writeString(before, snapshot.out());
        cluster.run("UPDATE shop.flags SET percent = 20 WHERE name = 'off';");
        Terminal diff = plumbline("diff", before.toString(), "main");
        assertThat(diff.out()).contains("feature_flag:off").contains("percent").contains("20");
        assertThat(diff.code()).isEqualTo(1);
        cluster.run("UPDATE shop.flags SET percent = 10 WHERE name = 'off';");
    }

    @Test
    void whatTheAccountMayNotReadIsNoEvidence() throws IOException {
        configure("stranger");
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.out().replaceAll("\\s+", " "))
                .contains("GRANT SELECT ON TABLE shop.flags lets the account see the switches");
        assertThat(check.code()).isEqualTo(2);
    }

    @Test
    void moreRowsThanACatalogueHasAreNotRead() throws IOException {
        int rows = 500;
        for (int k = 0; k * rows <= OwnQuery.MOST_ROWS; k++) {
            StringBuilder batch = new StringBuilder("BEGIN UNLOGGED BATCH ");
            for (int c = 0; c < rows; c++) {
                batch.append("INSERT INTO shop.many (k, c) VALUES (")
                        .append(k)
                        .append(", ")
                        .append(c)
                        .append("); ");
            }
            cluster.complaint(batch + "APPLY BATCH");
        }
        write(FILE, HEAD.replace("path: name", "path: k, c").replaceAll("(?m)^//   .*\n", "") + """
                SELECT k, c FROM shop.many
                """);
        Files.delete(folder.resolve("rules/own/flag.yaml"));
        Terminal snapshot = plumbline("snapshot", "main");
        assertThat(snapshot.out()).contains("yields more than 100000 rows").doesNotContain("\nfeature_flag ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FROM shop.flags | FROM shop.flags WHERE percent = 3 | ALLOW FILTERING
            FROM shop.flags | FROM shop.nothere                 | nothere
            """)
    void whatTheServerRefusesIsNoEvidenceWithItsReason(String replaced, String by, String reason) throws IOException {
        write(FILE, HEAD + QUERY.replace(replaced, by));
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.out().replaceAll("\\s+", " ")).contains(reason);
        assertThat(check.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tiny, ratio | tiny AS small, ratio | the query yields a column 'small', which the header does not declare
            enabled,    | name AS enabled,     | the column 'enabled' holds something else than bool
            """)
    void columnsThatAreNotThoseOfTheHeaderAreNamed(String replaced, String by, String message) throws IOException {
        write(FILE, HEAD + QUERY.replace(replaced, by));
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.err()).contains(FILE).contains(message);
        if (by.contains("small")) {
            assertThat(check.err()).contains("the query yields no column 'tiny', which the header declares");
        }
        assertThat(check.code()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO shop.flags (name) VALUES ('x') | a query that begins with INSERT is not sent
            SELECT name FROM shop.flags; DROP TABLE shop.flags | holds 2 statements
            BEGIN BATCH DELETE FROM shop.flags WHERE name = 'x'; APPLY BATCH | a query that begins with BEGIN is not sent
            """)
    void whatIsNoReadingIsRefusedBeforeAnythingIsSent(String query, String message) throws IOException {
        write(FILE, HEAD + query + "\n");
        Terminal check = plumbline("check", "--no-reports");
        assertThat(check.err()).contains(FILE).contains(message);
        assertThat(check.code()).isEqualTo(3);
    }
}
