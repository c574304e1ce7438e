package dev.plumbline.source.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Fact;
import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.Snapshot;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Settings written in every style people use: {@code cases/django/settings.txt}. */
class SettingsCasesTest {

    @TempDir
    Path folder;

    private record Case(String title, Map<String, String> modules, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> settingsHaveTheValueThatTheirTextDecides() throws IOException {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        return cases.stream().map(c -> DynamicTest.dynamicTest(c.title(), () -> check(c)));
    }

    private void check(Case one) throws IOException {
        Path project = Files.createTempDirectory(folder, "case");
        Path settings = project.resolve("site1/settings");
        Files.createDirectories(settings);
        Files.writeString(project.resolve("manage.py"), "");
        Files.writeString(project.resolve("site1/__init__.py"), "");
        Files.writeString(settings.resolve("__init__.py"), "");
        for (Map.Entry<String, String> module : one.modules().entrySet()) {
            Path file = settings.resolve(module.getKey() + ".py");
            Files.createDirectories(file.getParent());
            Files.writeString(file, module.getValue());
        }
        String name = one.modules().containsKey("production") ? "production" : "base";
        Snapshot read = new DjangoSource(
                        project,
                        project,
                        new DjangoSource.Options(List.of("site1.settings." + name)),
                        Catalog.allKinds())
                .read()
                .snapshot();
        for (String line : one.expected()) {
            expect(read, name, line);
        }
    }

    private static void expect(Snapshot read, String environment, String line) {
        boolean decided = line.matches("\\w+ = (?s).*");
        String setting = line.substring(0, line.indexOf(' '));
        String rest = line.substring(line.indexOf(' ') + 3);
        Fact fact = read.find(FactPath.of("django_setting", environment, setting))
                .orElseThrow(
                        () -> new AssertionError(setting + " was not read; there is " + read.facts("django_setting")));
        String variables = fact.text("from_environment").orElse("");
        if (decided) {
            String value = fact.text("value").orElse("<none>") + (variables.isEmpty() ? "" : " @ " + variables);
            assertThat(value).as("%s of %s", setting, fact).isEqualTo(rest);
            assertThat(fact.isTrue("decided")).as("%s is decided", fact).isTrue();
        } else {
            assertThat(fact.isTrue("decided")).as("%s is decided", fact).isFalse();
            assertThat(fact.text("reason").orElse("")).contains(rest);
        }
    }

    private static List<Case> cases() throws IOException {
        try (InputStream in = SettingsCasesTest.class.getResourceAsStream("/cases/django/settings.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Case> cases = new ArrayList<>();
            for (String block : text.split("(?m)^== ", -1)) {
                if (!block.startsWith("#")) {
                    cases.add(parse(block));
                }
            }
            return cases;
        }
    }

    private static Case parse(String block) {
        String title = block.substring(0, block.indexOf('\n'));
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        String part = "base";
        for (String line : block.substring(block.indexOf('\n') + 1).split("\n", -1)) {
            if (line.startsWith("-- ")) {
                part = line.substring(3);
            } else {
                parts.computeIfAbsent(part, p -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
        }
        List<String> expected = parts.remove("expect")
                .toString()
                .lines()
                .filter(l -> !l.isBlank())
                .toList();
        Map<String, String> modules = new LinkedHashMap<>();
        parts.forEach((name, text) -> modules.put(name, text.toString()));
        return new Case(title, modules, expected);
    }
}
