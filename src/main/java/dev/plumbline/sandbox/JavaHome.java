package dev.plumbline.sandbox;

import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * An installed Java that can run Cassandra. Cassandra needs the security manager, which newer ones no longer have.
 *
 * @param version as its {@code release} file says, for instance {@code 17.0.15}
 */
record JavaHome(Path folder, String version) {

    private static final int OLDEST = 11;
    private static final int NEWEST = 17;

    /** The Java that runs us if it fits, or the first one that does in the usual places. */
    static JavaHome forCassandra() {
        return find(candidates());
    }

    static JavaHome find(List<Path> candidates) {
        List<String> seen = new ArrayList<>();
        for (Path folder : candidates) {
            Optional<JavaHome> home = read(folder);
            if (home.isPresent() && home.get().fits()) {
                return home.get();
            }
            home.ifPresent(other -> seen.add(other.version + " in " + other.folder));
        }
        throw new ProblemsException(
                "sandbox cassandra",
                "Cassandra needs Java " + OLDEST + " to " + NEWEST + ", and there is none here"
                        + (seen.isEmpty() ? "" : " (found " + String.join(", ", seen) + ")"),
                "install one (Debian: apt-get install openjdk-17-jre-headless) and set JAVA17_HOME to it, or use a"
                        + " container");
    }

    Path program() {
        return folder.resolve("bin").resolve("java");
    }

    int feature() {
        return Runtime.Version.parse(version).feature();
    }

    private boolean fits() {
        return feature() >= OLDEST && feature() <= NEWEST;
    }

    private static List<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        folders.add(Path.of(System.getProperty("java.home")));
        for (String name : List.of("JAVA17_HOME", "JAVA_HOME_17_X64", "JAVA11_HOME", "JAVA_HOME_11_X64", "JAVA_HOME")) {
            Optional.ofNullable(System.getenv(name))
                    .filter(value -> !value.isBlank())
                    .map(Path::of)
                    .ifPresent(folders::add);
        }
        folders.addAll(children(Path.of("/usr/lib/jvm")));
        folders.addAll(children(Path.of("/opt/java")));
        folders.addAll(children(MavenSettings.home().resolve(".sdkman/candidates/java")));
        folders.addAll(children(MavenSettings.home().resolve(".jdks")));
        return folders;
    }

    private static List<Path> children(Path folder) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
                entries.forEach(found::add);
            } catch (IOException e) {
                // A folder that we may not list has nothing for us.
                return List.of();
            }
        }
        return found.stream().sorted().toList();
    }

    private static Optional<JavaHome> read(Path folder) {
        Path release = folder.resolve("release");
        if (!Files.isExecutable(folder.resolve("bin").resolve("java")) || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(release)) {
            Properties properties = new Properties();
            properties.load(stream);
            return Optional.ofNullable(properties.getProperty("JAVA_VERSION"))
                    .map(text -> text.replace("\"", ""))
                    // Java 8 calls itself 1.8.0_392, which is no version in today's sense.
                    .filter(text -> !text.startsWith("1."))
                    .map(text -> new JavaHome(folder, text));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
