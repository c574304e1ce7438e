package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packs from a folder in the project, one beside it and an archive, set in plumbline.yaml. */
class PacksTest {

    @TempDir
    Path folder;

    private SmallProject project;

    @BeforeEach
    void writeThreePacks() throws IOException {
        project = new SmallProject(folder, "shop/plumbline.yaml");
        Files.createFile(folder.resolve("shop.db"));
        configure("");
        project.write("shop/rules/own/own-rule.yaml", rule("own-rule", ""));
        project.write("governance/strict/strict-rule.yaml", rule("strict-rule", "active: false\n"));
        project.write("governance/strict/other-rule.yaml", rule("other-rule", ""));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("vendor.jar")))) {
            jar.putNextEntry(new ZipEntry("rules/vendor/vendor-rule.yaml"));
            jar.write(rule("vendor-rule", "").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    private void configure(String settings) throws IOException {
        project.write("shop/plumbline.yaml", """
                version: 1
                project: shop
                targets:
                  main: {engine: sqlite, url: "jdbc:sqlite:%s"}
                rules:
                  packs: [rules, ../governance, ../vendor.jar]
                %s
                """.formatted(
                        folder.resolve("shop.db"), settings.indent(2).stripTrailing()));
    }

    private static String rule(String id, String more) {
        return """
                id: %s
                title: {en: Too many columns, es: Demasiadas columnas}
                severity: low
                %sfor: table
                assert: table.columns.size() < params.columns && table.name != params.name
                parameters:
                  columns: {type: int, default: 5}
                  name: {type: string, default: x}
                message: {en: "{path}", es: "{path}"}
                why: {en: w, es: w}
                fix: {en: f, es: f}
                examples:
                  passes: [{table: {path: public.t}}]
                  fails: [{table: {path: public.x}}]
                """.formatted(id, more);
    }

    @Test
    void packsStandAnywhere() {
        assertThat(project.plumbline("rules", "list").out())
                .contains("own-rule ", "other-rule ", "vendor-rule ", "4 rules")
                .containsPattern("strict-rule .*\\(inactive\\)");
        assertThat(project.plumbline("rules", "show", "vendor-rule").out())
                .contains("vendor.jar!/rules/vendor/vendor-rule.yaml");
    }

    @Test
    void whatIsSetForAPackHoldsForItsRulesUnlessARuleIsSetItself() throws IOException {
        configure("""
                set_packs:
                  strict: {active: true, severity: critical, parameters: {columns: 3}}
                  vendor: {active: false}
                set:
                  other-rule: {severity: info, parameters: {columns: 9}}
                """);
        assertThat(project.plumbline("rules", "list").out())
                .containsPattern("strict-rule +critical")
                .containsPattern("other-rule +info")
                .containsPattern("vendor-rule .*\\(inactive\\)")
                .doesNotContainPattern("strict-rule .*\\(inactive\\)");
        assertThat(project.plumbline("rules", "show", "strict-rule").out()).contains("columns = 3");
        assertThat(project.plumbline("rules", "show", "other-rule").out()).contains("columns = 9");
        assertThat(project.plumbline("rules", "test").out()).contains("4 rules, 8 examples, 0 wrong");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            set_packs: {strikt: {active: true}}                  | :7:15: there is no pack 'strikt'; did you mean 'strict'?
            set_packs: {strict: {parameters: {colums: 3}}}       | :7:37: no rule of pack strict has a parameter 'colums'; did you mean 'columns'?
            set_packs: {strict: {severity: hi}}                  | :7:34: 'severity' is 'hi'; use one of info, low, medium, high, critical
            set_packs: {strict: {activ: true}}                   | :7:24: the key 'activ' is not known here; did you mean 'active'?
            set: {own-rul: {active: true}}                       | :7:9: there is no rule 'own-rul'; did you mean 'own-rule'?
            set: {own-rule: {parameters: {colums: 3}}}           | :7:33: rule own-rule has no parameter 'colums'; did you mean 'columns'?
            set: {own-rule: {parameters: {columns: many}}}       | :7:33: parameter 'columns' of rule own-rule must be a whole number, not many
            """)
    void aSettingOfWhatIsNotThereIsNamedWithItsPlace(String line, String message) throws IOException {
        configure(line);
        Terminal terminal = project.plumbline("rules", "list");
        assertThat(terminal.err()).contains("plumbline.yaml" + message);
        assertThat(terminal.code()).isEqualTo(3);
    }

    @Test
    void aChangedPackShowsOncePacksWereAccepted() throws IOException {
        project.write(
                "shop/rules/meta/rule-pack-changed.yaml",
                Files.readString(Path.of("rules/meta/rule-pack-changed.yaml")));
        Terminal first = project.plumbline("check", "--no-reports");
        assertThat(first.out() + first.err()).contains("4 rules judged").doesNotContain("rule-pack-changed");
        assertThat(project.plumbline("baseline", "accept", "--packs").out())
                .contains("4 rule packs accepted into baselines/packs.yaml");
        assertThat(project.plumbline("check", "--no-reports").out()).doesNotContain("rule-pack-changed");
        project.write("governance/strict/other-rule.yaml", rule("other-rule", "# weaker\n"));
        Terminal changed = project.plumbline("check", "--no-reports");
        assertThat(changed.out().replaceAll("\\s+", " "))
                .contains("project rule_pack:strict pack strict is changed compared with the packs accepted on");
        assertThat(changed.code()).isEqualTo(1);
        assertThat(project.plumbline("check", "--no-reports", "--format", "json")
                        .out())
                .containsPattern("\"name\" : \"vendor\",\\s+\"rules\" : 1,\\s+\"digest\" : \"sha256:[0-9a-f]{64}\"");
    }

    @Test
    void aFolderWithoutRulesIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        project.write("shop/plumbline.yaml", """
                version: 1
                project: shop
                targets: {main: {engine: postgresql}}
                rules: {packs: [../empty]}
                """);
        Terminal terminal = project.plumbline("rules", "list");
        assertThat(terminal.err()).contains("empty: holds no rules; rules are files <pack>/<id>.yaml below it");
        assertThat(terminal.code()).isEqualTo(3);
    }
}
