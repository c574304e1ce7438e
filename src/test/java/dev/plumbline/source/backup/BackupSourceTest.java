package dev.plumbline.source.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupSourceTest {

    private static final Path REFERENCE = Path.of("src/test/iact");

    @TempDir
    Path folder;

    private static Snapshot read(Path project, Path folder) {
        return new BackupSource(project, folder, Catalog.allKinds()).read().snapshot();
    }

    private static Fact fact(Snapshot read, String kind, String... path) {
        return read.find(FactPath.of(kind, path))
                .orElseThrow(() -> new AssertionError(List.of(path) + " is not among " + read.facts(kind)));
    }

    @Test
    void theReferenceProjectHasGoodBackupsBeforeEachDeployment() {
        Snapshot read = read(REFERENCE, REFERENCE.resolve("backups"));
        assertThat(read.coverage().kinds().values())
                .as(read.coverage().toString())
                .allMatch(e -> e.status() == Coverage.Status.READ);
        assertThat(read.facts("backup"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(b -> b.isTrue("file_present")
                        && b.isTrue("size_matches")
                        && b.isTrue("checksum_matches")
                        && b.isTrue("complete")
                        && b.isTrue("has_offsite"));
        assertThat(read.facts("deployment"))
                .hasSize(3)
                .allMatch(d -> d.isTrue("backup_listed")
                        && d.get("backup_age_seconds") instanceof Long age
                        && age > 0
                        && age < 86_400);
        assertThat(read.facts("restore_drill")).hasSize(3).allMatch(d -> d.isTrue("backup_listed"));
        assertThat(fact(read, "backup_policy", "manifest").get("retention_days"))
                .hasToString("{daily=30, monthly=90, yearly=365}");
    }

    @Test
    void whatIsPlantedInTheBadExampleIsFound() throws IOException {
        copy(REFERENCE.resolve("backups"));
        Path bad = Path.of("src/test/iact-bad/backups");
        for (String name : List.of("manifest.yaml", "deployments.yaml")) {
            if (Files.exists(bad.resolve(name))) {
                Files.write(folder.resolve(name), Files.readAllBytes(bad.resolve(name)));
            }
        }
        Snapshot read = read(folder, folder);
        assertThat(fact(read, "backup", "operational", "operational/iact-2026-11-22.sql")
                        .isTrue("checksum_matches"))
                .isFalse();
        Fact events = fact(read, "backup", "events", "events/post-0006/schema.cql");
        assertThat(events.isTrue("file_present")).isFalse();
        assertThat(events.isTrue("complete")).isFalse();
        assertThat(read.facts("backup")).noneMatch(b -> b.isTrue("has_offsite"));
        assertThat(read.facts("deployment"))
                .filteredOn(d -> d.path().names().get(0).equals("events"))
                .allMatch(d -> d.get("backup_before") == null);
        assertThat(read.facts("deployment"))
                .filteredOn(d -> d.path().names().get(0).equals("analytics"))
                .allMatch(d -> d.get("backup_age_seconds") instanceof Long age && age > 86_400);
    }

    @Test
    void anArchiveThatWasCutOffAnywhereIsNotComplete() throws IOException {
        Path dump = REFERENCE.resolve("backups/analytics/iact_analytics-2026-11-22.dump");
        assertThat(PgArchive.fault(dump)).isEmpty();
        byte[] whole = Files.readAllBytes(dump);
        for (int length = 0; length < whole.length; length += Math.max(1, whole.length / 97)) {
            Path cut = folder.resolve("cut.dump");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertThat(PgArchive.fault(cut)).as("the first %d bytes", length).isPresent();
        }
        Path almost = folder.resolve("almost.dump");
        Files.write(almost, Arrays.copyOf(whole, whole.length - 1));
        assertThat(PgArchive.fault(almost)).isPresent();
    }

    @Test
    void dumpsThatLackTheirEndAreNotComplete() throws IOException {
        Path dump = folder.resolve("x.sql");
        Files.writeString(dump, "-- MariaDB dump\nCREATE TABLE a (b int);\n-- Dump completed on 2026\n");
        assertThat(new Artefact(dump).fault("mariadb")).isEmpty();
        Files.writeString(dump, "-- MariaDB dump\nCREATE TABLE a (b int);\n");
        assertThat(new Artefact(dump).fault("mysql")).isPresent();
        assertThat(new Artefact(dump).fault("postgresql")).isPresent();
        assertThat(new Artefact(dump).fault("dbase").orElse("")).contains("not known");
    }

    @Test
    void aFolderWithoutRecordsIsNoEvidence() {
        Snapshot read = read(folder, folder);
        assertThat(read.coverage().of("backup").reason()).contains("manifest.yaml does not exist");
        assertThat(read.coverage().of("restore_drill").status()).isEqualTo(Coverage.Status.PARTIAL);
    }

    @Test
    void anArtefactOutsideTheFolderIsNotLookedAt() throws IOException {
        Files.writeString(
                folder.resolve("manifest.yaml"),
                "backups:\n  - {database: a, engine: mysql, file: ../../../../../../etc/passwd, sha256: x}\n");
        assertThat(fact(read(folder, folder), "backup", "a", "../../../../../../etc/passwd")
                        .isTrue("file_present"))
                .isFalse();
    }

    private void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.write(to, Files.readAllBytes(file));
                }
            }
        }
    }
}
