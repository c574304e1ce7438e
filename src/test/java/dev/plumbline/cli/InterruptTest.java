package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who presses Ctrl-C, or whose CI job is cancelled, is left without servers, folders and half reports. */
class InterruptTest {

    private static final int SECONDS = 60;
    private static final List<String> GROUP = List.of("env", "--default-signal=INT,TERM,HUP", "setsid");

    @TempDir
    Path folder;

    @BeforeEach
    void requireProcessGroups() throws Exception {
        List<String> probe = new ArrayList<>(GROUP);
        probe.add("true");
        assumeTrue(
                new ProcessBuilder(probe).start().waitFor() == 0,
                "NOT TESTED: Ctrl-C, because this machine's 'env' and 'setsid' cannot start a process as a terminal does");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whileServersStart(String signal, int code) throws Exception {
        write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: postgresql}
                  core: {engine: mariadb}
                  logs: {engine: cassandra}
                """);
        interrupt(
                signal,
                code,
                descendants ->
                        descendants.stream().filter(InterruptTest::isServer).count() >= 3);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whileMigrationsRun(String signal, int code) throws Exception {
        write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: postgresql, migrations: [{tool: sql, folder: db}]}
                """);
        Files.createDirectory(folder.resolve("db"));
        write("db/0001_wait.up.sql", "SELECT pg_sleep(600);\n");
        // The server's processes say what they are busy with.
        interrupt(signal, code, descendants -> descendants.stream().anyMatch(p -> title(p).contains(" SELECT")));
    }

    @Test
    void aPipeThatIsClosedEndsTheProgramAsWell() throws Exception {
        write("plumbline.yaml", "version: 1\nproject: shop\ntargets:\n  main: {engine: postgresql}\n");
        interrupt("HUP", 129, descendants -> descendants.stream().anyMatch(InterruptTest::isServer));
    }

    private void interrupt(String signal, int code, Predicate<List<ProcessHandle>> moment) throws Exception {
        Program program = Program.start(
                folder,
                new Program.Around(GROUP, List.of(), Map.of()),
                "check",
                "--config",
                folder.resolve("plumbline.yaml").toString());
        List<ProcessHandle> seen = List.of();
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (!moment.test(seen)) {
                assertThat(program.process().isAlive())
                        .as(Files.readString(folder.resolve("err.txt")))
                        .isTrue();
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.sleep(20);
                seen = program.process().descendants().toList();
            }
            // As a terminal does: to all processes of the group.
            new ProcessBuilder(
                            "kill", "-s", signal, "--", "-" + program.process().pid())
                    .start()
                    .waitFor();
            Terminal end = program.end();
            assertThat(end.code()).as(end.err()).isEqualTo(code);
            assertThat(end.err()).isEqualTo("plumbline: interrupted\n");
            assertThat(end.out()).isEmpty();
        } finally {
            program.process().destroyForcibly();
        }
        for (ProcessHandle process : seen) {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        }
        try (var left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .noneMatch(name -> name.startsWith("plumbline-"));
        }
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    /** One that runs already: its supervisor waits until the folder is filled. */
    private static boolean isServer(ProcessHandle process) {
        return title(process).matches("(?s).*(bin.postgres|mariadbd|CassandraDaemon).*")
                && !title(process).contains("supervise");
    }

    private static String title(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            // It has ended meanwhile.
            return "";
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
