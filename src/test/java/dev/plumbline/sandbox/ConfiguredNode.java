package dev.plumbline.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A Cassandra node with a configuration of its own, whose administrator is {@code cassandra}, the password too. */
public final class ConfiguredNode implements AutoCloseable {

    private static final int START_SECONDS = 120;

    private final Process process;
    private final Path folder;
    private final String classPath;
    private final int port;

    private ConfiguredNode(Process process, Path folder, String classPath, int port) {
        this.process = process;
        this.folder = folder;
        this.classPath = classPath;
        this.port = port;
    }

    /**
     * @param folder the node's own, in which files may lie already
     * @param configuration changes cassandra.yaml
     * @param options of the virtual machine
     */
    public static ConfiguredNode start(
            String version, Path folder, UnaryOperator<String> configuration, List<String> options)
            throws IOException, InterruptedException {
        Recipe recipe = new CassandraRecipe(
                new Cache(Cache.defaultFolder()),
                () -> new MavenArtifacts(MavenSettings.read(), Progress.SILENT),
                Progress.SILENT);
        Recipe.Kit kit = recipe.prepare(Release.of(new Request("cassandra", version)));
        int port = Ports.free();
        kit.fill(folder, port);
        Path yaml = folder.resolve("cassandra.yaml");
        Files.writeString(yaml, configuration.apply(Files.readString(yaml)));
        List<String> command = new ArrayList<>(kit.launch(folder, port).command());
        command.addAll(1, options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        ConfiguredNode node = new ConfiguredNode(process, folder, command.get(command.indexOf("-cp") + 1), port);
        node.await();
        return node;
    }

    public int port() {
        return port;
    }

    /** What it loads its classes from. */
    public String classPath() {
        return classPath;
    }

    private void await() throws IOException, InterruptedException {
        for (int i = 0; i < START_SECONDS * 10; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException e) {
                if (!process.isAlive()) {
                    break;
                }
                Thread.sleep(100);
            }
        }
        close();
        throw new IOException("the node does not answer: " + Files.readString(folder.resolve("server.log")));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
