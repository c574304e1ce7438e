package dev.plumbline.source.sqlmigration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFilesSourceTest {

    private static final Path REFERENCE = Path.of("src/test/iact");
    private static final Path BAD = Path.of("src/test/iact-bad");

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Snapshot read(Path project, String tool, Path folder, String engine) {
        return new MigrationFilesSource(project, tool, folder, engine, Catalog.allKinds())
                .read()
                .snapshot();
    }

    private static Fact fact(Snapshot read, String... path) {
        return read.find(FactPath.of("migration", path))
                .orElseThrow(() -> new AssertionError(List.of(path) + " is not among " + read.facts("migration")));
    }

    @Test
    void checksumsEqualThoseOfFlyway() throws IOException {
        write("V1__plain.sql", "create table a (b int);\n-- ä ö ü\n");
        write("V2__windows.sql", "create table c (d int);\r\nselect 1;\r\n\r\n");
        write("V3__mark.sql", "\uFEFFselect 1;\nselect '${x}';");
        write("V4_1__old_mac.sql", "select 1;\rselect 2;");
        write("R__view.sql", "create view v as select 1;");
        Snapshot read = read(folder, "flyway", folder, "postgresql");
        MigrationInfo[] infos = Flyway.configure()
                .dataSource("jdbc:h2:mem:checksums", "sa", "")
                .locations("filesystem:" + folder)
                .placeholderReplacement(false)
                .load()
                .info()
                .all();
        assertThat(infos).hasSize(5);
        for (MigrationInfo info : infos) {
            String name = info.getScript().replaceFirst("\\.sql$", "");
            assertThat(fact(read, "flyway", String.valueOf(folder.getFileName()), name)
                            .text("checksum"))
                    .as(info.getScript())
                    .contains(String.valueOf(info.getChecksum()));
        }
    }

    @Test
    void whatCannotBeTakenBackIsNamed() throws IOException {
        write("V1__a.sql", "-- Why: RNF-007.\ncreate table a (b int);");
        write("U1__a.sql", "drop table a;");
        write("V2__b.sql", "insert into a values (1);");
        write("V4__c.sql", "drop table a;");
        write("U4__c.sql", "-- nothing to do\n");
        write("V5_bad.sql", "select 1;");
        Snapshot read = read(folder, "flyway", folder, "postgresql");
        String app = String.valueOf(folder.getFileName());
        assertThat(fact(read, "flyway", app, "V1__a").attributes())
                .containsEntry("reversible", true)
                .containsEntry("has_down", true)
                .containsEntry("docstring", "Why: RNF-007.")
                .containsEntry("references", List.of("RNF-007"))
                .containsEntry("down_file", "U1__a.sql")
                .containsEntry("schema_change", true)
                .containsEntry("data_change", false);
        assertThat(fact(read, "flyway", app, "V2__b").attributes())
                .containsEntry("reversible", false)
                .containsEntry("irreversible_operations", List.of("no U2 file"))
                .containsEntry("data_change", true)
                .containsEntry("missing_reverse_data", List.of("no U2 file"));
        assertThat(fact(read, "flyway", app, "V4__c").attributes())
                .containsEntry("noop_reverse", true)
                .containsEntry("destructive_operations", List.of("drop table a at line 1"));
        Fact whole = read.find(FactPath.of("migration_app", "flyway", app)).orElseThrow();
        assertThat(whole.attributes())
                .containsEntry("gaps", List.of("3"))
                .containsEntry("ignored_files", List.of("V5_bad.sql"))
                .containsEntry("leaves", List.of("V4__c"));
    }

    @Test
    void passwordsOfAccountsAreNotKept() throws IOException {
        write("0001_accounts.up.sql", "CREATE USER 'a'@'%' IDENTIFIED BY 'hunter2'; ALTER ROLE b PASSWORD 'hunter3';");
        Snapshot read = read(folder, "sql", folder, "mariadb");
        assertThat(read.facts().toString()).doesNotContain("hunter").contains("CREATE USER");
    }

    @Test
    void theReferenceProjectIsReversible() {
        for (List<String> part : List.of(
                List.of("flyway", "db/analytics", "postgresql"),
                List.of("sql", "backend/sql", "mariadb"),
                List.of("cql", "db/events", "cassandra"))) {
            Snapshot read = read(REFERENCE, part.get(0), REFERENCE.resolve(part.get(1)), part.get(2));
            assertThat(read.facts("migration")).hasSizeGreaterThan(5);
            assertThat(read.facts("migration"))
                    .filteredOn(f -> !f.isTrue("repeatable"))
                    .allMatch(f -> f.isTrue("reversible"));
        }
    }

    @Test
    void whatIsPlantedInTheBadExampleIsFound() {
        Snapshot flyway = read(BAD, "flyway", BAD.resolve("db/analytics"), "postgresql");
        assertThat(fact(flyway, "flyway", "analytics", "V11__add_call_notes").isTrue("reversible"))
                .isFalse();
        Snapshot cql = read(BAD, "cql", BAD.resolve("db/events"), "cassandra");
        assertThat(fact(cql, "cql", "events", "0007_session_events").isTrue("reversible"))
                .isFalse();
    }
}
