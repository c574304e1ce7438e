package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.sandbox.OldServers;
import dev.plumbline.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Targets that are running servers, read by accounts that may only look, as a DBA would let it be done. */
class LiveTargetTest {

    /** Rules about settings that the servers of this test break, which no rule could know of a sandbox. */
    private static final Map<String, String> BROKEN = Map.of(
            "postgresql", "pg-fsync-off",
            "mariadb", "mysql-commits-not-durable",
            "mysql", "mysql-commits-not-durable",
            "cassandra", "cassandra-hints-off");

    private static final String RULES = "rules: {packs: [" + Path.of("rules").toAbsolutePath() + "]}\ntargets:";

    private static LiveServers servers;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws SQLException {
        servers = LiveServers.start();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void checkReadsWhatTheEnvironmentNamesAndWritesNothing() throws Exception {
        write(
                "plumbline.yaml",
                servers.engines().stream()
                        .map(engine -> "  on-%s: {engine: %s, database: shop}\n".formatted(engine, engine))
                        .reduce(
                                project("rules: {packs: [" + Path.of("rules").toAbsolutePath() + "]}\n"),
                                String::concat));
        Map<String, String> environment = new LinkedHashMap<>();
        // A sandbox would fill this folder first.
        Path cache = folder.resolve("cache");
        environment.put("XDG_CACHE_HOME", cache.toString());
        Map<String, Map<String, String>> before = new TreeMap<>();
        for (String engine : servers.engines()) {
            String variable = "PLUMBLINE_ON_" + engine.toUpperCase(java.util.Locale.ROOT);
            environment.put(variable + "_URL", servers.url(engine));
            environment.put(variable + "_USER", "auditor");
            environment.put(variable + "_PASSWORD", LiveServers.secret(engine));
            before.put(engine, servers.writes(engine));
        }

        Terminal check = Program.run(
                Files.createDirectories(folder.resolve("scratch")),
                Program.Around.NOTHING.environment(environment),
                "check",
                "--debug",
                "--config",
                config());

        assertThat(check.code()).as(check.err()).isEqualTo(1);
        assertThat(cache).doesNotExist();
        for (String engine : servers.engines()) {
            assertThat(servers.writes(engine)).as(engine).isEqualTo(before.get(engine));
        }
        JsonNode report = JsonMapper.shared().readTree(Files.readString(folder.resolve("reports/report.json")));
        for (String engine : servers.engines()) {
            JsonNode target = named(report.path("targets"), "name", "on-" + engine);
            assertThat(target.path("where").asString()).isEqualTo(servers.url(engine));
            assertThat(target.path("coverage").path("setting").path("status").asString())
                    .as(engine)
                    .isEqualTo("read");
            JsonNode judgement = StreamSupport.stream(report.path("judgements").spliterator(), false)
                    .filter(j -> j.path("rule").asString().equals(BROKEN.get(engine)))
                    .filter(j -> j.path("target").asString().equals("on-" + engine))
                    .findFirst()
                    .orElseThrow();
            assertThat(judgement.path("outcome").asString()).as(engine).isEqualTo("fail");
        }
        assertNoSecret(check.out() + check.err());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertNoSecret(Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        assumeTrue(
                servers.engines().contains("mysql"),
                "NOT TESTED: MySQL by its address, because its system libraries are missing");
    }

    private static void assertNoSecret(String text) {
        assertThat(text).doesNotContain("Geheim");
    }

    private static JsonNode named(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.path(key).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "cassandra"})
    void thePasswordMayStandInAFile(String engine) throws IOException {
        require(engine);
        write("secret", LiveServers.secret(engine) + "\n");
        write(
                "plumbline.yaml",
                project("")
                        + "  main: {engine: %s, url: '%s', user: auditor, password: {file: secret}}\n"
                                .formatted(engine, servers.url(engine)));
        Terminal snapshot = Terminal.run("snapshot", "main", "--config", config());
        assertThat(snapshot.err()).doesNotContain("cannot").doesNotContain("refuse");
        assertThat(snapshot.out()).contains("engine " + engine).contains("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "cassandra"})
    void aWrongPasswordIsToldAndNotRepeated(String engine) throws IOException {
        require(engine);
        String url = servers.url(engine);
        String wrong = (url.contains("?") ? "&" : "?") + "user=auditor&password=Geheim-wrong";
        for (String target : List.of(
                "url: '%s%s'".formatted(url, wrong),
                "url: '%s', user: auditor, password: {file: secret}".formatted(url))) {
            write("secret", "Geheim-wrong");
            write("plumbline.yaml", project("") + "  main: {engine: %s, %s}\n".formatted(engine, target));
            Terminal check = Terminal.run("check", "--config", config());
            assertRefused(check);
            assertThat(check.err()).containsAnyOf("password", "does not let auditor in");
            Terminal debug = Terminal.run("check", "--debug", "--config", config());
            assertThat(debug.err()).contains("\tat ").doesNotContain("Geheim");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, mariadb,    the address leads to postgresql; the configuration says mariadb",
        "mariadb,    postgresql, the address leads to mysql or mariadb; the configuration says postgresql",
        "cassandra,  mysql,      the address leads to cassandra; the configuration says mysql",
        "mariadb,    mysql,      the server is mariadb 11.4.5; the configuration says mysql",
        "mysql,      mariadb,    the server is mysql 8.0.15; the configuration says mariadb"
    })
    void aServerOfAnotherEngineIsRefusedForThatAndNothingElse(String actual, String configured, String message)
            throws IOException {
        require(actual);
        write("secret", LiveServers.secret(actual));
        write(
                "plumbline.yaml",
                project("")
                        + "  main: {engine: %s, url: '%s', user: auditor, password: {file: secret}, schemas: [none]}\n"
                                .formatted(configured, servers.url(actual)));
        Terminal check = Terminal.run("check", "--config", config());
        assertRefused(check);
        assertThat(check.err()).contains(message.replace(';', ',')).contains("correct 'engine:' or the address");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql, jdbc:mariadb://%s/shop,    what listens there is silent",
        "postgresql, cql://%s/shop?dc=a,        no Cassandra server",
        "mariadb,    jdbc:postgresql://%s/shop, does not speak PostgreSQL's protocol",
        "mariadb,    cql://%s/shop?dc=a,        is a MySQL or MariaDB server",
        "cassandra,  jdbc:postgresql://%s/shop, hangs up",
        "cassandra,  jdbc:mariadb://%s/shop,    what listens there is silent"
    })
    void aPortOfAnotherEngineIsToldInSeconds(String actual, String url, String message) throws IOException {
        String place = servers.url(actual).replaceFirst(".*//([^/]*)/.*", "$1");
        write(
                "plumbline.yaml",
                project("limits: {connect_seconds: 2}\n")
                        + "  main: {engine: %s, url: '%s', user: u}\n"
                                .formatted(
                                        url.startsWith("cql") ? "cassandra" : url.replaceFirst("jdbc:(.*?):.*", "$1"),
                                        url.formatted(place)));
        Terminal check = Terminal.run("check", "--config", config());
        assertRefused(check);
        assertThat(check.err()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "cassandra"})
    void anAccountWithoutPrivilegesIsNoEvidenceAndApprovesNothing(String engine) throws IOException {
        require(engine);
        write("secret", LiveServers.secret(engine));
        write(
                "plumbline.yaml",
                project("")
                        + "  main: {engine: %s, url: '%s', user: stranger, password: {file: secret}}\n"
                                .formatted(engine, servers.url(engine)));
        Terminal accept = Terminal.run("baseline", "accept", "--config", config());
        assertRefused(accept);
        assertThat(accept.err()).contains("could not be read in full").contains("plumbline grants");
        assertThat(folder.resolve("baselines")).doesNotExist();

        // Its tables are not seen, so a rule about tables has nothing to say of them: neither good nor bad.
        write(
                "plumbline.yaml",
                Files.readString(folder.resolve("plumbline.yaml")).replace("targets:", RULES));
        Terminal check = Terminal.run("check", "--no-reports", "--config", config());
        assertThat(check.code()).as(check.out() + check.err()).isNotZero();
        assertThat(check.out()).contains("no evidence");
    }

    @Test
    void aServerThatIsTooOldIsNamedWithItsVersion() throws IOException {
        try (Sandbox old = OldServers.postgresql13()) {
            write("secret", old.endpoint("").password().value().orElseThrow());
            write(
                    "plumbline.yaml",
                    project("")
                            + "  main: {engine: postgresql, url: '%s', user: postgres, password: {file: secret}}\n"
                                    .formatted(old.endpoint("").url()));
            Terminal check = Terminal.run("check", "--config", config());
            assertRefused(check);
            assertThat(check.err()).contains("the server is PostgreSQL 13.23").contains("PostgreSQL 14 or newer");
        }
    }

    private static void require(String engine) {
        assumeTrue(
                servers.engines().contains(engine),
                "NOT TESTED: " + engine + " by its address, because its system libraries are missing");
    }

    private void assertRefused(Terminal terminal) {
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(3);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .startsWith("plumbline: ")
                .doesNotContain("\tat ")
                .doesNotContain("Geheim");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    private static String project(String more) {
        return "version: 1\nproject: shop\n" + more + "targets:\n";
    }

    private String config() {
        return folder.resolve("plumbline.yaml").toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
