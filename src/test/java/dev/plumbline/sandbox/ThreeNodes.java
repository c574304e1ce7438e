package dev.plumbline.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Three Cassandra nodes of one cluster on 127.0.0.1, 127.0.0.2 and 127.0.0.3, which let everyone in. */
public final class ThreeNodes implements AutoCloseable {

    private static final int START_SECONDS = 120;

    private final List<Process> nodes = new ArrayList<>();
    private final Path folder;
    private final int port;
    private final int storagePort;
    private final Recipe.Kit kit;

    private ThreeNodes(Path folder, int port, int storagePort, Recipe.Kit kit) {
        this.folder = folder;
        this.port = port;
        this.storagePort = storagePort;
        this.kit = kit;
    }

    public static ThreeNodes start() throws IOException, InterruptedException {
        Recipe recipe = new CassandraRecipe(
                new Cache(Cache.defaultFolder()),
                () -> new MavenArtifacts(MavenSettings.read(), Progress.SILENT),
                Progress.SILENT);
        Recipe.Kit kit = recipe.prepare(Release.of(new Request("cassandra", "5.0")));
        ThreeNodes cluster = new ThreeNodes(Files.createTempDirectory("plumbline-"), Ports.free(), Ports.free(), kit);
        try {
            // The first is the seed, without which the others do not start; these need not wait for each other.
            cluster.await(cluster.startNode(1), 1);
            Process second = cluster.startNode(2);
            Process third = cluster.startNode(3);
            cluster.await(second, 2);
            cluster.await(third, 3);
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
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

    private Process startNode(int number) throws IOException {
        Path home = Files.createDirectories(home(number));
        Files.writeString(home.resolve("logback.xml"), resource("cassandra-logback.xml"));
        Files.writeString(
                home.resolve("cassandra.yaml"),
                resource("cassandra.yaml")
                                .replace("PasswordAuthenticator", "AllowAllAuthenticator")
                                .replace("CassandraAuthorizer", "AllowAllAuthorizer")
                                .replace("_address: 127.0.0.1", "_address: " + host(number))
                                .replace("${folder}", home.toString())
                                .replace("${storage_port}", String.valueOf(storagePort))
                                .replace("${port}", String.valueOf(port))
                        // What lies on a node that stands still is given up sooner than after ten seconds.
                        + "read_request_timeout_in_ms: 1000\nrange_request_timeout_in_ms: 1000\n");
        Process node = new ProcessBuilder(kit.launch(home, port).command())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile())
                .start();
        nodes.add(node);
        Runtime.getRuntime().addShutdownHook(new Thread(node::destroyForcibly));
        return node;
    }

    private Path home(int number) {
        return folder.resolve("node" + number);
    }

    private static String host(int number) {
        return "127.0.0." + number;
    }

    private void await(Process node, int number) throws IOException, InterruptedException {
        for (int i = 0; i < START_SECONDS * 10; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host(number), port), 1_000);
                return;
            } catch (IOException e) {
                if (!node.isAlive()) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        throw new IOException(host(number) + " does not answer: "
                + Files.readString(home(number).resolve("server.log")));
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
