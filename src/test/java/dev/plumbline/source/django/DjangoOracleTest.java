package dev.plumbline.source.django;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Django itself says what settings are worth and which migrations can be taken back. */
class DjangoOracleTest {

    private static final Path BACKEND = Path.of("src/test/iact/backend");

    @Test
    void settingsAndMigrationsAreWhatDjangoTakesThemFor() throws Exception {
        Optional<String> python = python();
        assumeTrue(
                python.isPresent(),
                "NOT TESTED: no python3 with Django, so that settings and migrations were not compared with Django itself");
        for (String environment : List.of("production", "development")) {
            JsonNode django = ask(python.orElseThrow(), "iact.settings." + environment);
            Snapshot read = new DjangoSource(
                            BACKEND,
                            BACKEND,
                            new DjangoSource.Options(List.of("iact.settings." + environment)),
                            Catalog.allKinds())
                    .read()
                    .snapshot();
            int compared = 0;
            for (Fact fact : read.facts("django_setting")) {
                JsonNode value = django.path("settings").path(fact.name());
                boolean plain = value.isString() || value.isNumber() || value.isBoolean();
                if (plain
                        && fact.isTrue("decided")
                        && fact.text("from_environment").isEmpty()) {
                    assertThat(fact.text("value")).as(fact.toString()).contains(value.asString());
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(10);
            DjangoDefaults.VALUES.forEach((name, value) -> {
                JsonNode known = django.path("defaults").path(name);
                if (!known.isArray()) {
                    assertThat(known.asString()).as(name).isEqualTo(value);
                }
            });
            django.path("engines")
                    .properties()
                    .forEach(e -> assertThat(read.find(FactPath.of("django_database", environment, e.getKey()))
                                    .flatMap(f -> f.text("engine")))
                            .contains(e.getValue().asString()));
            assertThat(read.facts("migration")).hasSizeGreaterThan(15).allSatisfy(m -> {
                String name = m.path().names().get(1) + "." + m.name();
                assertThat(m.isTrue("reversible"))
                        .as(name)
                        .isEqualTo(django.path("reversible").path(name).asBoolean());
                assertThat(django.path("reversible").has(name)).as(name).isTrue();
            });
            List<String> leaves =
                    django.path("leaves").valueStream().map(JsonNode::asString).toList();
            assertThat(read.facts("migration_app"))
                    .allSatisfy(app -> assertThat(leaves)
                            .contains(app.name() + "." + app.list("leaves").get(0)));
        }
    }

    private static Optional<String> python() throws IOException, InterruptedException {
        for (String name : List.of("python3", "/usr/bin/python3")) {
            try {
                Process process = new ProcessBuilder(name, "-c", "import django")
                        .redirectErrorStream(true)
                        .start();
                process.getInputStream().readAllBytes();
                if (process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return Optional.of(name);
                }
            } catch (IOException e) {
                // There is no program of that name; the next one may be there.
            }
        }
        return Optional.empty();
    }

    private static JsonNode ask(String python, String settings) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        python, "-B", "src/test/resources/cases/django/oracle.py", BACKEND.toString(), settings)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return JsonMapper.shared().readTree(json);
    }
}
