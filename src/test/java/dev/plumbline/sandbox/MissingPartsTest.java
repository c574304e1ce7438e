package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingPartsTest {

    @TempDir
    Path folder;

    @Test
    void missingSystemLibrariesAreNamedWithTheirPackages() throws Exception {
        Files.createFile(folder.resolve("libaio.so.1"));
        Release mysql = Release.of(new Request("mysql", "8.0"));
        Map<String, String> libraries = Map.of("libaio.so.1", "libaio1", "libnuma.so.1", "libnuma1");
        assertThatThrownBy(() -> SystemLibraries.require(mysql, libraries, List.of(folder)))
                .isInstanceOfSatisfying(
                        ProblemsException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.what()).contains("libnuma.so.1");
                            assertThat(problem.mend()).contains("apt-get install libnuma1");
                        }));
    }

    @Test
    void cassandraTakesAnotherJavaWhenOursIsTooNew() throws Exception {
        List<Path> candidates = List.of(java("25.0.3"), java("1.8.0_392"), java("17.0.15"), java("11.0.2"));
        assertThat(JavaHome.find(candidates).version()).isEqualTo("17.0.15");
    }

    @Test
    void cassandraWithoutAFittingJavaSaysWhatWasFound() throws Exception {
        List<Path> candidates = List.of(java("25.0.3"), folder.resolve("none"));
        assertThatThrownBy(() -> JavaHome.find(candidates))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("Cassandra needs Java 11 to 17, and there is none here (found 25.0.3 in ")
                .hasMessageContaining("JAVA17_HOME");
    }

    @Test
    void postgresqlRunsAsNobodyWhereNamespacesAreForbidden() throws Exception {
        assumeTrue(
                Unprivileged.isRoot(),
                "NOT TESTED: PostgreSQL as the user nobody, because these tests do not run as root");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Release release = Release.of(new Request("postgresql", "17")).on(Platform.current());
        PostgresqlRecipe recipe = new PostgresqlRecipe(
                new Cache(folder),
                () -> new MavenArtifacts(MavenSettings.read(), Progress.SILENT),
                Progress.SILENT,
                Unprivileged.nobody());
        try (Sandbox sandbox = EmbeddedSandbox.start(release, recipe, Progress.SILENT)) {
            assertThat(Answers.version(sandbox)).contains("17.11");
        }
    }

    private Path java(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve(version));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Files.createFile(
                bin.resolve("java"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
