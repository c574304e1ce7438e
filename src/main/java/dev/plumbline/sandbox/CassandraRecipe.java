package dev.plumbline.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Cassandra in a Java virtual machine of its own, with its class path apart from ours. The first start of a version
 * leaves an archive of its loaded classes (AppCDS) and a data folder in the cache, which later starts take.
 */
record CassandraRecipe(Cache cache, Supplier<MavenArtifacts> artifacts, Progress progress) implements Recipe {

    private static final String HOST = "127.0.0.1";
    private static final String FIRST_PASSWORD = "cassandra";
    private static final String AGENT = "jamm-";
    private static final int FIRST_WITH_ARCHIVES = 13;
    private static final String SINCE_5 = "dynamic_data_masking_enabled: true\n";
    private static final int TRAINING_SECONDS = 120;
    private static final int ARCHIVE_SECONDS = 120;
    private static final int ARCHIVE_MEBIBYTES = 120;

    @Override
    public Kit prepare(Release release) throws IOException {
        JavaHome java = JavaHome.forCassandra();
        String classPath = classPath(release);
        // An archive of classes serves one virtual machine and one class path only.
        String identity = java.version() + "-" + Integer.toHexString((java.folder() + classPath).hashCode());
        Path warm = cache.folder(release.folderName() + "-warm-2-" + identity, ARCHIVE_MEBIBYTES, folder -> {
            progress.unpacking(release + " (archive of classes and first data folder)");
            train(release, java, classPath, folder);
        });
        return new CassandraKit(release, java, classPath, warm, false, Passwords.random());
    }

    /** The class path as last resolved; resolved again when a jar has gone from the local repository. */
    private String classPath(Release release) throws IOException {
        Path known = cache.folder().resolve(release.folderName() + ".classpath");
        if (Files.isRegularFile(known)) {
            String text = Files.readString(known);
            if (Arrays.stream(text.split(File.pathSeparator, -1)).allMatch(jar -> Files.isRegularFile(Path.of(jar)))) {
                return text;
            }
        }
        String text = artifacts.get().classPath(release.coordinates()).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        try {
            Files.createDirectories(cache.folder());
            Path unfinished = Files.createTempFile(cache.folder(), release.folderName(), ".classpath.tmp");
            Files.writeString(unfinished, text);
            Files.move(unfinished, known, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cache.unwritable(e);
        }
        return text;
    }

    /** Starts a server, waits until it is ready, and stops it gently, which writes both the archive and the data. */
    private static void train(Release release, JavaHome java, String classPath, Path folder) throws IOException {
        CassandraKit kit = new CassandraKit(release, java, classPath, folder, true, FIRST_PASSWORD);
        Path scratch = Files.createTempDirectory("plumbline-");
        int port = Ports.free();
        try (ServerProcess process = new ServerProcess(release.toString(), scratch, kit.launch(scratch, port))) {
            kit.fill(scratch, port);
            process.go();
            EmbeddedSandbox.await(process, kit, port, TRAINING_SECONDS);
            process.stopGently(ARCHIVE_SECONDS);
            for (String part : List.of("data", "commitlog")) {
                Trees.copy(scratch.resolve(part), folder.resolve("files").resolve(part));
            }
        }
    }

    private static String resource(String name) {
        try (InputStream stream =
                Objects.requireNonNull(CassandraRecipe.class.getResourceAsStream("/sandbox/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param warm where the archive and the data are, or are to be written
     * @param training whether this start is the one that writes them
     */
    private record CassandraKit(
            Release release, JavaHome java, String classPath, Path warm, boolean training, String password)
            implements Kit {

        @Override
        public ServerProcess.Launch launch(Path folder, int port) {
            List<String> command = new ArrayList<>();
            command.add(java.program().toString());
            if (java.feature() >= FIRST_WITH_ARCHIVES) {
                String option = training ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=";
                command.add(option + warm.resolve("classes.jsa"));
            }
            resource("cassandra-jvm.txt")
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .forEach(command::add);
            if (release.version().startsWith("4.")) {
                // 4.x measures its memory with an agent, which the archive of classes has to be told about.
                command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+AllowArchivingWithJavaAgent"));
                Arrays.stream(classPath.split(File.pathSeparator, -1))
                        .filter(jar -> Path.of(jar).getFileName().toString().startsWith(AGENT))
                        .forEach(jar -> command.add("-javaagent:" + jar));
            }
            command.addAll(List.of(
                    "-Dcassandra.config=" + folder.resolve("cassandra.yaml").toUri(),
                    "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
                    "-Dcassandra.storagedir=" + folder,
                    "-Dcassandra-foreground=yes",
                    "-cp",
                    classPath,
                    "org.apache.cassandra.service.CassandraDaemon"));
            return new ServerProcess.Launch(command, Map.of("TZ", "UTC", "LC_ALL", "C"), "KILL");
        }

        @Override
        public void fill(Path folder, int port) throws IOException {
            if (!training) {
                Trees.copy(warm.resolve("files"), folder);
            }
            Files.writeString(folder.resolve("logback.xml"), resource("cassandra-logback.xml"));
            Files.writeString(
                    folder.resolve("cassandra.yaml"),
                    (resource("cassandra.yaml") + (release.version().startsWith("4.") ? "" : SINCE_5))
                            .replace("${folder}", folder.toString())
                            .replace("${storage_port}", Integer.toString(Ports.free()))
                            .replace("${port}", Integer.toString(port)));
        }

        @Override
        public Administrator open(int port) throws IOException {
            Administrator.Cassandra now = new Administrator.Cassandra(HOST, port, password);
            try (CqlConnection connection = new Administrator.Cassandra(HOST, port, FIRST_PASSWORD).connect()) {
                if (!training) {
                    connection.run(
                            "ALTER ROLE " + Administrator.Cassandra.NAME + " WITH PASSWORD = '" + password + "'");
                }
            } catch (IOException e) {
                // An earlier try may have changed the password although its answer was lost.
                try {
                    now.connect().close();
                } catch (IOException again) {
                    e.addSuppressed(again);
                    throw e;
                }
            }
            return now;
        }
    }
}
