package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.fact.Problem;
import dev.plumbline.fact.ProblemsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way to spoil a rule file, and the message that leads to the mend. */
class BrokenRulesTest {

    private static final String GOOD = """
            id: some-rule
            title: {en: Title, es: Título}
            severity: high
            engines: [postgresql]
            for: table
            when: table.table_kind == 'table'
            assert: >-
              table.columns.size() > 0
                && table.columns.all(c, c.type != '')
            message:
              en: "{path} has {table.columns.size()}"
              es: "{path} tiene {table.columns.size()}"
            why: {en: Because., es: Porque sí.}
            fix: {en: Do it., es: Hacerlo.}
            references: ["https://example.org/"]
            parameters:
              max: {type: int, default: 5, about: Columns}
            undecided: table.columns.size() > params.max
            examples:
              passes:
                - table: {path: public.t, columns: [{name: id, type: bigint}]}
              fails:
                - table: {path: public.t}
            """;

    private static final String CONTROL = """
            - id: RNF-001
              title: {en: Title, es: Título}
              source: Document
              level: critical
              limits: {en: All., es: Todo.}
            """;

    @TempDir
    Path folder;

    /** What is done to the good rule, and the one line that is then said. */
    record Case(String name, String replaced, String by, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/cases/broken-rules.txt"));
        List<Case> cases = new ArrayList<>();
        for (String part : text.split("(?m)^=== ", -1)) {
            if (!part.isBlank()) {
                cases.add(parse(part));
            }
        }
        return cases.stream();
    }

    private static Case parse(String block) {
        int replaced = block.indexOf("\n<<<<\n");
        int by = block.indexOf("\n====\n");
        int said = block.indexOf("\n>>>>\n");
        return new Case(
                block.substring(0, replaced),
                block.substring(replaced + 6, by),
                block.substring(Math.min(by + 6, said), said),
                block.substring(said + 6).strip());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFaultIsNamedWithItsPlaceAndItsMend(Case broken) throws IOException {
        assertThat(GOOD).as("what the case replaces").contains(broken.replaced());
        write("pack/some-rule.yaml", GOOD.replace(broken.replaced(), broken.by()));
        write("controls.yaml", CONTROL);
        ProblemsException thrown = catchThrowableOfType(ProblemsException.class, () -> load(RuleSettings.NONE));
        assertThat(thrown).as("nothing was wrong").isNotNull();
        assertThat(thrown.problems().stream()
                        .map(p -> p.toString().replace(folder + "/pack/", ""))
                        .toList())
                .containsExactly(broken.expected().split("\n", -1));
    }

    @Test
    void theGoodRuleIsGood() throws IOException {
        write("pack/some-rule.yaml", GOOD);
        RuleBook book = load(RuleSettings.NONE);
        assertThat(book.test()).isEmpty();
        assertThat(book.kinds("some-rule")).containsExactly("column", "table");
    }

    @Test
    void allProblemsOfAllFilesAreReportedTogether() throws IOException {
        write("a/one.yaml", "id: one\n");
        write("b/two.yaml", "id: two\n");
        ProblemsException thrown = catchThrowableOfType(ProblemsException.class, () -> load(RuleSettings.NONE));
        assertThat(thrown.problems()).hasSizeGreaterThan(10);
        assertThat(thrown.problems()).anyMatch(p -> p.where().contains("one.yaml"));
        assertThat(thrown.problems()).anyMatch(p -> p.where().contains("two.yaml"));
    }

    @Test
    void anIdIsTakenOnce() throws IOException {
        write("a/some-rule.yaml", GOOD);
        write("b/some-rule.yaml", GOOD);
        assertThatThrownBy(() -> load(RuleSettings.NONE))
                .hasMessage(folder + "/b/some-rule.yaml:1:1: the id 'some-rule' is already taken by " + folder
                        + "/a/some-rule.yaml");
    }

    @Test
    void aRuleThatConfigurationNamesExists() throws IOException {
        write("a/some-rule.yaml", GOOD);
        assertThat(problems(setting("some-rul", Map.of())))
                .containsExactly("plumbline.yaml:3:5: there is no rule 'some-rul'; did you mean 'some-rule'?");
    }

    @Test
    void aParameterThatConfigurationSetsExists() throws IOException {
        write("a/some-rule.yaml", GOOD);
        assertThat(problems(setting("some-rule", Map.of("maxi", 3L))))
                .containsExactly("plumbline.yaml:3:5: rule some-rule has no parameter 'maxi'; did you mean 'max'?");
    }

    @Test
    void aParameterIsOfItsType() throws IOException {
        write("a/some-rule.yaml", GOOD);
        assertThat(problems(setting("some-rule", Map.of("max", "three"))))
                .containsExactly(
                        "plumbline.yaml:3:5: parameter 'max' of rule some-rule must be a whole number, not three");
    }

    @Test
    void aBombIsRefusedAtOnce() throws IOException {
        write("a/some-rule.yaml", "a".repeat(YamlTree.MOST_BYTES + 10));
        assertThatThrownBy(() -> load(RuleSettings.NONE))
                .hasMessageEndingWith("some-rule.yaml: is larger than 1 MiB; split it");
        write("a/some-rule.yaml", "[".repeat(100_000));
        assertThatThrownBy(() -> load(RuleSettings.NONE)).hasMessageContaining("nested deeper than 50");
    }

    @Test
    void aRuleIsAMapping() throws IOException {
        write("a/some-rule.yaml", "- " + GOOD.replace("\n", "\n  "));
        assertThatThrownBy(() -> load(RuleSettings.NONE))
                .hasMessageContaining("some-rule.yaml:1:1: 'some-rule' must be a mapping with the keys id, title,");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.write(folder.resolve("a/some-rule.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> load(RuleSettings.NONE))
                .hasMessageEndingWith("some-rule.yaml: is not UTF-8 text; save it as UTF-8");
    }

    private static RuleSettings setting(String rule, Map<String, Object> parameters) {
        return new RuleSettings(
                "en",
                Map.of(),
                Map.of(
                        rule,
                        new RuleSettings.Setting(
                                Optional.empty(), Optional.empty(), parameters, "plumbline.yaml:3:5")));
    }

    private List<String> problems(RuleSettings settings) {
        return catchThrowableOfType(ProblemsException.class, () -> load(settings)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private RuleBook load(RuleSettings settings) {
        return RuleBook.load(List.of(new PackPlace(folder)), settings, Shop.KINDS);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
