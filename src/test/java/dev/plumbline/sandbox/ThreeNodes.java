package dev.plumbline.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Three Cassandra nodes of one cluster on 127.0.0.1, 127.0.0.2 and 127.0.0.3, which let everyone in. */
public final class ThreeNodes implements AutoCloseable {

    private static final int NODES = 3;
    private static final int START_SECONDS = 120;

    private final List<Process> nodes = new ArrayList<>();
    private final Path folder;
    private final int port;
    private final int storagePort;
    private final String classPath;

    private ThreeNodes(Path folder, int port, int storagePort, String classPath) {
        this.folder = folder;
        this.port = port;
        this.storagePort = storagePort;
        this.classPath = classPath;
    }

    public static ThreeNodes start() throws IOException, InterruptedException {
        // One node of the ordinary kind fetches what all need.
        Sandboxes.embedded(Progress.SILENT)
                .start(new Request("cassandra", "5.0"))
                .close();
        ThreeNodes cluster =
                new ThreeNodes(Files.createTempDirectory("plumbline-"), Ports.free(), Ports.free(), classPath());
        try {
            for (int i = 1; i <= NODES; i++) {
                cluster.startNode(i);
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static String classPath() throws IOException {
        try (Stream<Path> files = Files.list(Cache.defaultFolder())) {
            Path file = files.filter(f -> f.getFileName().toString().matches("cassandra-5\\..*\\.classpath"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    public int port() {
        return port;
    }

    /** @param node from 1 */
    public void signal(int node, String name) throws IOException, InterruptedException {
        new ProcessBuilder(
                        "kill", "-" + name, String.valueOf(nodes.get(node - 1).pid()))
                .start()
                .waitFor();
    }

    private void startNode(int number) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("node" + number));
        String host = "127.0.0." + number;
        Files.writeString(home.resolve("logback.xml"), resource("cassandra-logback.xml"));
        Files.writeString(
                home.resolve("cassandra.yaml"),
                resource("cassandra.yaml")
                        .replace("PasswordAuthenticator", "AllowAllAuthenticator")
                        .replace("CassandraAuthorizer", "AllowAllAuthorizer")
                        .replace("_address: 127.0.0.1", "_address: " + host)
                        .replace("${folder}", home.toString())
                        .replace("${storage_port}", String.valueOf(storagePort))
                        .replace("${port}", String.valueOf(port)));
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        resource("cassandra-jvm.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                .forEach(command::add);
        command.addAll(List.of(
                "-Dcassandra.config=" + home.resolve("cassandra.yaml").toUri(),
                "-Dlogback.configurationFile=" + home.resolve("logback.xml"),
                "-Dcassandra.storagedir=" + home,
                "-Dcassandra-foreground=yes",
                "-cp",
                classPath,
                "org.apache.cassandra.service.CassandraDaemon"));
        Process node = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile())
                .start();
        nodes.add(node);
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
        await(node, host, home);
    }

    private void await(Process node, String host, Path home) throws IOException, InterruptedException {
        for (int i = 0; i < START_SECONDS * 10; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), 1_000);
                return;
            } catch (IOException e) {
                if (!node.isAlive()) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        throw new IOException(host + " does not answer: " + Files.readString(home.resolve("server.log")));
    }

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(ThreeNodes.class.getResourceAsStream("/sandbox/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(node -> {
            node.destroyForcibly();
            node.onExit().join();
        });
        Trees.delete(folder);
    }
}
