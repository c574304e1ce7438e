package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code plumbline}, on machines whose Java is not one it can use. */
class LauncherTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"1.8.0_392, 8", "11.0.2, 11", "16, 16"})
    void anOlderJavaIsToldBeforeAnythingIsBuilt(String version, String feature) throws Exception {
        java("exit 1");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        assertRefused("a JDK 17 or newer is needed, '" + home + "/bin/java' is " + feature + "; install one, or set"
                + " JAVA_HOME to it\n");
    }

    @Test
    void aJavaWithoutAReleaseFileIsAsked() throws Exception {
        java("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        assertRefused("a JDK 17 or newer is needed, '" + home + "/bin/java' is 11;");
    }

    @Test
    void whatIsNoJavaIsToldSo() throws Exception {
        java("echo hello >&2");
        assertRefused("a JDK 17 or newer is needed, '" + home + "/bin/java' is of unknown version;");
    }

    @Test
    void theListOfClassesToArchiveIsOfTheseClasses() throws Exception {
        List<String> ours = Files.readAllLines(Path.of("src/main/launcher/classes.txt")).stream()
                .filter(line -> line.startsWith("dev/plumbline/") && !line.contains("$$"))
                .toList();
        List<String> gone = ours.stream()
                .filter(name -> Main.class.getResource("/" + name + ".class") == null)
                .toList();
        assertThat(ours).hasSizeGreaterThan(200);
        assertThat(gone).as("renew the list with bench/classes").hasSizeLessThan(ours.size() / 10);
    }

    /** Java's archive leaves a class out that it had to link for one, where the class is as old as picocli's. */
    @Test
    void noLambdaOfTheListKeepsPicocliOutOfTheArchive() throws Exception {
        assertThat(Files.readAllLines(Path.of("src/main/launcher/classes.txt")))
                .contains("picocli/CommandLine")
                .noneMatch(line -> line.startsWith("@lambda-proxy") && line.contains("picocli/"));
    }

    private void java(String script) throws IOException {
        Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void assertRefused(String message) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "plumbline", "--version").redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", home.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(said).startsWith("plumbline: " + message);
    }
}
