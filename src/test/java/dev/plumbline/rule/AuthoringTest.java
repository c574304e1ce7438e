package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plumbline.fact.Kinds;
import dev.plumbline.rule.RuleBook.Mutant;
import dev.plumbline.rule.RuleBook.Mutation;
import dev.plumbline.source.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthoringTest {

    private static final Path SCHEMAS = Path.of("src/main/resources/schema");

    @TempDir
    Path folder;

    static List<String> schemas() {
        return RuleSchemas.names();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void committedSchemasAreThoseThatTheLoaderChecks(String name) throws IOException {
        Path file = SCHEMAS.resolve(name + ".schema.json");
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, RuleSchemas.text(name));
        }
        assertThat(Files.readString(file)).isEqualTo(RuleSchemas.text(name));
    }

    @Test
    void shippedRulesFitTheirSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(RuleSchemas.text("rule"));
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("rules"), 2)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml") && !f.endsWith("controls.yaml"))
                    .toList()) {
                schema.validate(Files.readString(file), InputFormat.YAML)
                        .forEach(fault -> faults.add(file + ": " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aNewRuleFailsUntilItIsFilledIn() throws IOException {
        Kinds kinds = Catalog.allKinds();
        for (String kind : List.of("table", "grant", "setting")) {
            Path file = folder.resolve("pack/new-" + kind + ".yaml");
            Files.createDirectories(file.getParent());
            String text = RuleScaffold.text("new-" + kind, kind, List.of("postgresql"), kinds);
            Files.writeString(file, text);
            assertThatThrownBy(() -> RuleBook.load(List.of(new PackPlace(folder)), RuleSettings.NONE, kinds))
                    .hasMessageContaining("'assert' is empty")
                    .hasMessageContaining("'en' is empty");
            String filled = text.replace("en: \"\"", "en: x")
                    .replace("es: \"\"", "es: x")
                    .replace("assert: \"\"", "assert: \"false\"")
                    .replace("references: []\n", "");
            Files.writeString(file, filled);
            RuleBook book = RuleBook.load(List.of(new PackPlace(folder)), RuleSettings.NONE, kinds);
            assertThat(book.test())
                    .as(kind)
                    .hasSize(1)
                    .allSatisfy(f -> assertThat(f.toString()).contains("should be pass but is fail"));
            Files.delete(file);
        }
    }

    @Test
    void aChangeThatNoExampleNoticesIsReportedWithItsPlace() throws IOException {
        Path file = folder.resolve("pack/some-rule.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                id: some-rule
                title: {en: T, es: T}
                severity: high
                for: table
                assert: table.rows < 10 && table.owner == 'app'
                message: {en: m, es: m}
                why: {en: w, es: w}
                fix: {en: f, es: f}
                examples:
                  passes: [{table: {path: a.b, rows: 9, owner: app}}]
                  fails: [{table: {path: a.b, rows: 12, owner: app}}, {table: {path: a.b, rows: 1, owner: root}}]
                """);
        RuleBook book = RuleBook.load(List.of(new PackPlace(folder)), RuleSettings.NONE, Shop.KINDS);
        Mutation mutation = book.mutate("some-rule");
        assertThat(mutation.made()).isEqualTo(10);
        assertThat(mutation.survivors())
                .extracting(Mutant::toString)
                .containsExactly(
                        file + ":5:20: no example of some-rule notices '<=' for '<'",
                        file + ":5:22: no example of some-rule notices '11' for '10'");
    }

    @Test
    void aPackMayBeAnArchive() throws IOException {
        Path jar = folder.resolve("pack.jar");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("naming/name-not-snake-case.yaml", "keys/foreign-key-type-mismatch.yaml")) {
                out.putNextEntry(new java.util.zip.ZipEntry("rules/" + name));
                out.write(Files.readAllBytes(Path.of("rules").resolve(name)));
                out.closeEntry();
            }
        }
        RuleBook book = RuleBook.load(List.of(new PackPlace(jar)), RuleSettings.NONE, Catalog.allKinds());
        assertThat(book.rules())
                .extracting(Rule::id)
                .containsExactly("foreign-key-type-mismatch", "name-not-snake-case");
        assertThat(book.rules().get(0).pack()).isEqualTo("keys");
    }

    @Test
    void everyRuleHasAPageAndStandsInTheIndex() {
        RuleBook book = RuleBook.load(List.of(new PackPlace(Path.of("rules"))), RuleSettings.NONE, Catalog.allKinds());
        var pages = new RulePages(book).pages();
        assertThat(pages).hasSize(book.rules().size() + 1);
        assertThat(book.rules()).allSatisfy(rule -> {
            assertThat(pages.get("README.md")).contains("[" + rule.id() + "](" + rule.id() + ".md)");
            assertThat(pages.get(rule.id() + ".md"))
                    .contains(rule.title().en())
                    .contains(rule.assertion().lines().findFirst().orElseThrow());
        });
    }
}
