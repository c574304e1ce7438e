package dev.plumbline.source.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesSourceTest {

    private static final Path REFERENCE = Path.of("src/test/iact");
    private static final Path BAD = Path.of("src/test/iact-bad");

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Snapshot all(Path project, String scripts, String dependencies, String pipeline) {
        return new ProjectFilesSource(
                        project,
                        Optional.of(project.resolve(scripts)),
                        Optional.of(project.resolve(dependencies)),
                        Optional.of(project.resolve(pipeline)),
                        Catalog.allKinds())
                .read()
                .snapshot();
    }

    private static Fact fact(Snapshot read, String kind, String... path) {
        return read.find(FactPath.of(kind, path))
                .orElseThrow(() -> new AssertionError(List.of(path) + " is not among " + read.facts(kind)));
    }

    private List<String> dependencies() {
        return new ProjectFilesSource(
                        folder, Optional.empty(), Optional.of(folder), Optional.empty(), Catalog.allKinds())
                .read().snapshot().facts("dependency").stream()
                        .map(f -> f.path().names().get(0) + " " + f.name() + " "
                                + f.text("version").orElse("-"))
                        .toList();
    }

    @Test
    void theReferenceProjectBacksUpBeforeItMigrates() {
        Snapshot read = all(REFERENCE, "scripts", "requirements", "ci");
        Fact migrate = fact(read, "script", "scripts/migrate_production.sh");
        assertThat(migrate.attributes())
                .containsEntry("executable", true)
                .containsEntry("interpreter", "bash")
                .containsEntry("strict_mode", true)
                .containsEntry("migrates", true)
                .containsEntry("backs_up_before_migrating", true)
                .containsEntry("skip_switches", List.of())
                .containsEntry("tolerated_failures", List.of());
        assertThat(fact(read, "script", "scripts/rollback.sh").isTrue("has_dry_run"))
                .isTrue();
        Fact drill = fact(read, "script", "scripts/restore_drill.sh");
        assertThat(drill.isTrue("restores")).isTrue();
        assertThat(drill.isTrue("prints_verdict")).isFalse();
        Fact backup = fact(read, "script", "scripts/backup.sh");
        assertThat(backup.isTrue("backs_up")).isTrue();
        assertThat(backup.isTrue("migrates")).isFalse();
        assertThat(read.facts("dependency")).extracting(Fact::name).contains("django", "mysqlclient", "gunicorn");
        Fact tests = fact(read, "ci_step", "ci/pipeline.yml", "test_migrations", "1");
        assertThat(tests.text("command").orElse("")).contains("tests/migrations");
        assertThat(tests.get("test_files")).isEqualTo(Map.of("tests/migrations", "3"));
        assertThat(tests.isTrue("may_fail")).isFalse();
        assertThat(fact(read, "ci_step", "ci/pipeline.yml", "deploy_production", "1")
                        .list("needs"))
                .containsExactly("test_migrations");
    }

    @Test
    void whatIsPlantedInTheBadExampleIsFound() {
        Snapshot read = all(BAD, "scripts", "requirements", "ci");
        Fact migrate = fact(read, "script", "scripts/migrate_production.sh");
        assertThat(migrate.attributes())
                .containsEntry("executable", false)
                .containsEntry("strict_mode", false)
                .containsEntry("backs_up_before_migrating", false);
        assertThat(migrate.list("skip_switches")).containsExactly("--skip-backup", "SKIP_BACKUP");
        assertThat(migrate.list("tolerated_failures")).hasSize(1);
        Fact drill = fact(read, "script", "scripts/restore_drill.sh");
        assertThat(drill.isTrue("restores")).isFalse();
        assertThat(drill.isTrue("prints_verdict")).isTrue();
        assertThat(read.facts("dependency")).extracting(Fact::name).contains("django-redis");
        assertThat(read.facts("ci_step")).anyMatch(s -> s.isTrue("may_fail"));
    }

    @Test
    void dependenciesAreReadFromEverySortOfFile() throws IOException {
        write(
                "requirements.txt",
                "# all\n-r more/base.txt\nDjango_Redis[hiredis]>=5.4,<6 ; python_version > '3'\nx @ https://u:secret@h/x.whl\n-e git+https://h/y.git#egg=why\n--index-url https://h\n");
        write("more/base.txt", "celery==5.3.0 \\\n    --hash=sha256:abc\n");
        write(
                "Pipfile",
                "[packages]\nredis = \"*\"\npylibmc = {version = \"==1.6\", extras = [\"a\"]}\n[requires]\npython_version = \"3\"\n");
        write("Pipfile.lock", "{\"default\": {\"hiredis\": {\"version\": \"==2.0\"}}, \"develop\": {}}");
        write(
                "poetry.lock",
                "[[package]]\nname = \"django-redis\"\nversion = \"5.4.0\"\n\n[package.dependencies]\nname = \"no\"\n");
        write(
                "pyproject.toml",
                "[project]\ndependencies = [\n  \"django>=4\",\n  'aioredis[x] ; extra',\n]\n[tool.poetry.dependencies]\npython = \"^3\"\nflask = \"^2\"\n");
        write(
                "pom.xml",
                "<project><dependencies><dependency><groupId>redis.clients</groupId><artifactId>jedis</artifactId><version>5</version></dependency></dependencies></project>");
        write(
                "build.gradle.kts",
                "dependencies {\n  implementation(\"org.redisson:redisson:3.1\")\n  // implementation(\"a:b:1\")\n}");
        write("gradle.lockfile", "# x\nio.lettuce:lettuce-core:6.3=runtimeClasspath\n");
        assertThat(dependencies())
                .containsExactlyInAnyOrder(
                        "requirements.txt django-redis >=5.4,<6",
                        "requirements.txt x @ https://h/x.whl",
                        "requirements.txt why -",
                        "more/base.txt celery ==5.3.0",
                        "Pipfile redis -",
                        "Pipfile pylibmc ==1.6",
                        "Pipfile.lock hiredis ==2.0",
                        "poetry.lock django-redis 5.4.0",
                        "pyproject.toml django >=4",
                        "pyproject.toml aioredis -",
                        "pyproject.toml flask ^2",
                        "pom.xml redis.clients:jedis 5",
                        "build.gradle.kts org.redisson:redisson 3.1",
                        "gradle.lockfile io.lettuce:lettuce-core 6.3");
    }

    @Test
    void anEntityInAPomIsRefused() throws IOException {
        write("pom.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><project>&e;</project>");
        Snapshot read = new ProjectFilesSource(
                        folder, Optional.empty(), Optional.of(folder), Optional.empty(), Catalog.allKinds())
                .read()
                .snapshot();
        assertThat(read.coverage().of("dependency").reason()).contains("pom.xml");
    }

    @Test
    void stepsOfGithubAreRead() throws IOException {
        write("tests/migrations/test_a.py", "");
        write(".github/workflows/ci.yml", """
                on: push
                jobs:
                  check:
                    steps:
                      - uses: actions/checkout@v4
                      - run: pytest tests/migrations
                        continue-on-error: true
                      - run: make || true
                  deploy:
                    needs: [check]
                    steps:
                      - run: ./deploy.sh
                """);
        Snapshot read = new ProjectFilesSource(
                        folder,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(folder.resolve(".github/workflows")),
                        Catalog.allKinds())
                .read()
                .snapshot();
        assertThat(read.facts("ci_step"))
                .extracting(f -> f.text("command").orElse("") + " " + f.isTrue("may_fail"))
                .containsExactlyInAnyOrder(
                        "actions/checkout@v4 false",
                        "pytest tests/migrations true",
                        "make || true true",
                        "./deploy.sh false");
        assertThat(fact(read, "ci_step", ".github/workflows/ci.yml", "check", "2")
                        .get("test_files"))
                .isEqualTo(Map.of("tests/migrations", "1"));
        assertThat(fact(read, "ci_step", ".github/workflows/ci.yml", "deploy", "1")
                        .list("needs"))
                .containsExactly("check");
    }
}
