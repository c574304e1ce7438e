package dev.plumbline.migration;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.plumbline.sandbox.Progress;
import dev.plumbline.sandbox.Request;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.Sandboxes;
import dev.plumbline.source.sqlmigration.ScriptFolder;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @ParameterizedTest
    @CsvSource({
        "postgresql, 17, flyway, src/test/iact/db/analytics",
        "mariadb, 11.4, sql, src/test/iact/backend/sql",
        "cassandra, 5.0, cql, src/test/iact/db/events"
    })
    void theReferenceProjectsMigrationsRun(String engine, String version, String tool, String folder) {
        try (Sandbox sandbox = Sandboxes.embedded(Progress.SILENT).start(new Request(engine, version))) {
            Replay replay = new Replay(sandbox, engine.equals("cassandra") ? "" : "iact", ROOT);
            assertThatCode(() -> replay.migrate(ScriptFolder.read(tool, ROOT.resolve(folder))))
                    .doesNotThrowAnyException();
        }
    }
}
