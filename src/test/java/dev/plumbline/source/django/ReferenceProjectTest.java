package dev.plumbline.source.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Coverage;
import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference project, and the bad example that is laid over it. */
class ReferenceProjectTest {

    private static final Path REFERENCE = Path.of("src/test/iact");

    @TempDir
    Path folder;

    private static Snapshot read(Path project) {
        return new DjangoSource(project, project.resolve("backend"), DjangoSource.Options.DEFAULT, Catalog.allKinds())
                .read()
                .snapshot();
    }

    private static Fact fact(Snapshot read, String kind, String... path) {
        return read.find(FactPath.of(kind, path))
                .orElseThrow(() -> new AssertionError(List.of(path) + " is not among " + read.facts(kind)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }

    @Test
    void everythingIsReadAndKeepsItsRules() {
        Snapshot read = read(REFERENCE);
        assertThat(read.coverage().kinds().values())
                .as(read.coverage().toString())
                .allMatch(e -> e.status() == Coverage.Status.READ);
        for (String environment : List.of("production", "development")) {
            assertThat(fact(read, "django_setting", environment, "SESSION_ENGINE")
                            .text("value"))
                    .contains("django.contrib.sessions.backends.db");
            assertThat(fact(read, "django_setting", environment, "SESSION_COOKIE_AGE")
                            .text("value"))
                    .contains("900");
            assertThat(fact(read, "django_database", environment, "ivr_legacy").text("db_engine"))
                    .contains("mysql");
            assertThat(fact(read, "django_route", environment, "ivr").isTrue("write_refused"))
                    .isTrue();
            assertThat(fact(read, "django_route", environment, "ivr").list("migrates_on"))
                    .isEmpty();
            assertThat(fact(read, "django_route", environment, "sessions").text("write_engine"))
                    .contains("mysql");
        }
        assertThat(read.facts("django_database")).noneMatch(d -> d.isTrue("password_literal"));
        assertThat(read.facts("django_setting")).noneMatch(d -> d.isTrue("literal_secret"));
        assertThat(read.facts("migration")).hasSizeGreaterThan(15).allMatch(m -> m.isTrue("reversible"));
        assertThat(read.facts("migration_app"))
                .allMatch(a -> a.list("leaves").size() == 1
                        && a.list("missing_dependencies").isEmpty());
        assertThat(read.facts("django_model"))
                .filteredOn(m -> m.path().names().get(0).equals("ivr"))
                .isNotEmpty()
                .noneMatch(m -> m.isTrue("managed"));
    }

    @Test
    void whatIsPlantedInTheBadExampleIsFound() throws IOException {
        copy(REFERENCE.resolve("backend"), folder.resolve("backend"));
        copy(Path.of("src/test/iact-bad/backend"), folder.resolve("backend"));
        Snapshot read = read(folder);
        assertThat(fact(read, "django_setting", "production", "SESSION_ENGINE").text("value"))
                .contains("django.contrib.sessions.backends.cached_db");
        assertThat(fact(read, "django_setting", "production", "SESSION_COOKIE_AGE")
                        .text("value"))
                .contains("86400");
        assertThat(read.facts("django_cache"))
                .anyMatch(c -> c.text("store").orElse("").equals("redis"));
        assertThat(read.facts("django_database")).anyMatch(c -> c.isTrue("password_literal"));
        assertThat(fact(read, "django_database", "production", "analytics").text("db_engine"))
                .contains("mysql");
        assertThat(fact(read, "django_database", "development", "analytics").text("db_engine"))
                .contains("postgresql");
        assertThat(read.facts("django_router"))
                .anyMatch(r -> r.list("write_fall_through_apps").contains("ivr"));
        assertThat(fact(read, "django_route", "production", "ivr").isTrue("write_refused"))
                .isFalse();
        assertThat(fact(read, "django_route", "production", "ivr").list("migrates_on"))
                .isNotEmpty();
        Fact users = fact(read, "migration", "django", "users", "0010_auto_20260101_1200");
        assertThat(users.attributes())
                .containsEntry("reversible", false)
                .containsEntry("auto_named", true)
                .containsEntry("atomic", false)
                .containsEntry("needs_no_transaction", false)
                .containsEntry("imports_models", true)
                .containsEntry("schema_change", true)
                .containsEntry("data_change", true)
                .doesNotContainKey("docstring");
        assertThat(users.list("dangerous_operations")).isNotEmpty();
        Fact waivers = fact(read, "migration", "django", "permissions", "0007_purge_waivers");
        assertThat(waivers.list("irreversible_operations")).hasSize(2);
        assertThat(waivers.list("destructive_operations")).isNotEmpty();
        assertThat(waivers.list("references")).isEmpty();
        assertThat(fact(read, "migration_operation", "django", "ivr", "0003_manage_trunk", "1")
                        .attributes())
                .containsEntry("managed", true)
                .containsEntry("table", "trunk");
    }
}
