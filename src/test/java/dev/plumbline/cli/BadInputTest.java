package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people get wrong: each gets one clear message, exit code 3 or 64, no stack trace, and nothing is written. */
class BadInputTest {

    private static final String GOOD = """
            version: 1
            project: shop
            targets:
              main: {engine: postgresql}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 2                          | :1:10: version 2 is not known; write 'version: 1'
            language: fr                        | :5:11: 'language' is 'fr'; use one of en, es
            targts: {}                          | :5:1: the key 'targts' is not known here; did you mean 'targets'?
            waivers: none.yaml                  | :5:10: 'none.yaml' does not exist; paths are relative to
            reports: {formats: [htm]}           | :5:20: there is no report format 'htm'; did you mean 'html'?
            rules: {packs: [rulez]}             | :5:16: 'rulez' does not exist; paths are relative to
            rules: [a]                          | :5:8: 'rules' must be a mapping, not a list
            limits: {lock_seconds: soon}        | :5:24: 'lock_seconds' must be a whole number, not 'soon'
            limits: {lock_seconds: 0}           | :5:24: 'lock_seconds' must be from 1 to 3600
            limits: {reading_seconds: 3601}     | :5:27: 'reading_seconds' must be from 1 to 3600
            ignore: [{path: a}]                 | :5:10: the key 'reason' is missing; add 'reason: …'
            reports: {folder: ../elsewhere}     | :5:19: '../elsewhere' leads out of the project's folder
            project: &a shop                    | :5:10: an anchor (&) is not allowed; write the value where it is used
            """)
    void aFaultOfTheConfigurationIsNamedWithItsPlace(String line, String message) throws IOException {
        String text = line.startsWith("version") ? GOOD.replace("version: 1", line) : GOOD + line + "\n";
        Terminal terminal = check(text);
        assertThat(terminal.err()).contains("plumbline.yaml" + message).doesNotContain("\tat ");
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.out()).isEmpty();
        assertNothingWasWritten();
    }

    @Test
    void allFaultsAreReportedAtOnce() throws IOException {
        Terminal terminal = check("""
                version: 1
                targets:
                  Main: {engine: postgres, versoin: 17}
                  other: {migrations: [{tool: cql, folder: .}]}
                """);
        assertThat(terminal.err().lines()).hasSize(7).last().isEqualTo("plumbline: 6 problems; nothing was written");
    }

    @Test
    void aTargetThatIsReadInFullAnywayCannotAskForShowCreate() throws IOException {
        Terminal terminal = check("""
                version: 1
                project: shop
                targets:
                  main: {engine: postgresql, show_create: true}
                """);
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err()).contains(":4:", "'show_create' is for mysql and mariadb");
    }

    @Test
    void aMissingConfigurationSaysHowToGetOne() {
        Terminal terminal =
                Terminal.run("check", "--config", folder.resolve("none.yaml").toString());
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err()).contains("none.yaml: does not exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chek                      | Did you mean: plumbline check?
            diff a                    | Missing required parameter: 'RIGHT'
            check --formt json        | Unknown option: '--formt'
            rules                     | Usage: plumbline rules
            """)
    void wrongUsageTeaches(String arguments, String message) {
        Terminal terminal = Terminal.run(arguments.split(" ", -1));
        assertThat(terminal.code()).isEqualTo(64);
        assertThat(terminal.err()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://127.0.0.1:1/x?user=u&password=hunter2   | no PostgreSQL server answers at 127.0.0.1:1
            jdbc:mariadb://127.0.0.1:1/x?user=u&password=hunter2      | no server answers
            cql://127.0.0.1:1/x?dc=a                                  | cannot be reached
            """)
    void aServerThatDoesNotAnswerIsNamedWithoutItsPassword(String url, String message) {
        Terminal terminal = Terminal.run("snapshot", url);
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err()).contains(message).doesNotContain("hunter2").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql:/h/db?user=u&password=Geheim",
                "jdbc:postgresql://h:port/db?user=u&password=Geheim",
                "jdbc:postgresql://127.0.0.1:1/db?user=u&password=x;Geheim",
                "jdbc:postgresql://127.0.0.1:1/db?user=u&password=x@Geheim",
                "jdbc:postgresql://127.0.0.1:1/db?user=u&sslpassword=Geheim",
                "jdbc:postgresql://u:Geheim@127.0.0.1:1/db",
                "jdbc:mariadb:/h/db?user=u&password=Geheim",
                "jdbc:mariadb://127.0.0.1:port/db?user=u&password=Geheim",
                "jdbc:mariadb://127.0.0.1:1/db?user=u&password=Geheim&other=1",
                "jdbc:mariadb://u:x@Geheim@127.0.0.1:1/db",
                "jdbc:mysql://u:x/Geheim@127.0.0.1:1/db",
                "jdbc:mysql://127.0.0.1:1/db?user=u&password=x;Geheim",
                "cql://u:Geheim@:1/x",
                "cql://127.0.0.1:1/x?password=Geheim&foo=1",
                "jdbc:oracle:thin:scott/Geheim@h:1521:x",
                "jdbc:sqlserver://h;user=u;password=Geheim;encrypt=true",
                "jdbc:sqlserver://h;user=u;password=x@Geheim",
                "jdbc:snowflake://h/?user=u&private_key_file_pwd=Geheim",
                "jdbc:sqlite:/none/none.db?password=Geheim",
                "http://u:Geheim@h"
            })
    void noAddressHoweverWrongShowsItsPassword(String url) {
        for (String option : new String[] {"--no-color", "--debug"}) {
            Terminal terminal = Terminal.run("snapshot", url, option);
            assertThat(terminal.code()).isEqualTo(3);
            assertThat(terminal.err()).startsWith("plumbline: ").doesNotContain("Geheim");
        }
    }

    @Test
    void aSideThatIsNothingIsRefused() throws IOException {
        Files.writeString(folder.resolve("plumbline.yaml"), GOOD);
        Terminal terminal = Terminal.run(
                "diff",
                "mian",
                "main",
                "--config",
                folder.resolve("plumbline.yaml").toString());
        assertThat(terminal.code()).isEqualTo(3);
        assertThat(terminal.err()).contains("did you mean 'main'?");
    }

    @Test
    void anUnknownTargetOrFormatIsRefusedBeforeAnythingStarts() throws IOException {
        Path file = folder.resolve("plumbline.yaml");
        Files.writeString(file, GOOD);
        assertThat(Terminal.run("check", "mian", "--config", file.toString()).err())
                .contains("did you mean 'main'?");
        assertThat(Terminal.run("check", "--format", "pdf", "--config", file.toString())
                        .err())
                .contains("there is no format 'pdf' to print");
    }

    private Terminal check(String text) throws IOException {
        Path file = folder.resolve("plumbline.yaml");
        Files.writeString(file, text);
        return Terminal.run("check", "--config", file.toString());
    }

    private void assertNothingWasWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }
}
