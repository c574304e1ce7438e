package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Differ;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import dev.plumbline.source.Endpoint;
import dev.plumbline.source.postgresql.PostgresReader;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** It stands here because only here a server can be stopped without its data being removed. */
class RestartTest {

    private static final int PATIENCE = 200;

    @Test
    void aDatabaseIsTheSameAfterItsServerWasStoppedAndStarted() throws Exception {
        Release release = Release.of(new Request("postgresql", "17")).on(Platform.current());
        Recipe recipe = new PostgresqlRecipe(
                new Cache(Cache.defaultFolder()),
                () -> new MavenArtifacts(MavenSettings.read(), Progress.SILENT),
                Progress.SILENT,
                Unprivileged.detect());
        try (EmbeddedSandbox sandbox = EmbeddedSandbox.start(release, recipe, Progress.SILENT)) {
            Endpoint endpoint = sandbox.endpoint("restarted");
            fill(endpoint);
            Snapshot before = read(endpoint);

            stop(sandbox);
            assertThat(Answers.listens(endpoint)).isFalse();

            int port = URI.create(endpoint.url().substring("jdbc:".length())).getPort();
            ServerProcess.Launch launch = recipe.prepare(release).launch(sandbox.folderOfServer(), port);
            try (ServerProcess again = new ServerProcess("again", Files.createTempDirectory("plumbline-"), launch)) {
                again.go();
                Snapshot after = await(endpoint);
                assertThat(Differ.compare(before, after).changes()).isEmpty();
                assertThat(after.digest()).isEqualTo(before.digest());
            }
        }
    }

    private static void fill(Endpoint endpoint) throws Exception {
        try (InputStream script = RestartTest.class.getResourceAsStream("/cases/postgresql/rich.sql");
                Connection connection = Answers.connect(endpoint);
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("insert into shop.temp_like select i from generate_series(1, 1000) i");
        }
    }

    /** With the signal TERM, which the watching script hands on; its folder stays as long as the sandbox is not closed. */
    private static void stop(EmbeddedSandbox sandbox) throws InterruptedException {
        ProcessHandle.of(sandbox.supervisor()).orElseThrow().destroy();
        Path running = sandbox.folderOfServer().resolve("data/postmaster.pid");
        for (int i = 0; i < PATIENCE && Files.exists(running); i++) {
            Thread.sleep(50);
        }
    }

    private static Snapshot await(Endpoint endpoint) throws InterruptedException {
        for (int i = 0; ; i++) {
            try {
                return read(endpoint);
            } catch (ProblemsException e) {
                if (i > PATIENCE) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    private static Snapshot read(Endpoint endpoint) {
        return new PostgresReader().open(endpoint, Catalog.allKinds()).read().snapshot();
    }
}
