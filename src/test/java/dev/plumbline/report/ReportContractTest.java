package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.rule.Verdict.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What every format promises, over results of every shape. A new format adds its independent reader here. */
class ReportContractTest {

    private static final Map<String, Parsed> READERS = new LinkedHashMap<>();

    /** Formats whose failures are rules on targets, not single findings. */
    private static final Set<String> BY_RULE = Set.of("junit", "allure");

    static {
        READERS.put("html", Readers::html);
        READERS.put("json", Readers::json);
        READERS.put("junit", Readers::junit);
        READERS.put("sarif", Readers::sarif);
        READERS.put("markdown", Readers::markdown);
        READERS.put("text", Readers::text);
        READERS.put("allure", Readers::allure);
        READERS.put("github", Readers::github);
    }

    @TempDir
    Path folder;

    @Test
    void everyFormatIsHeldToTheContract() {
        assertThat(READERS.keySet()).containsExactlyInAnyOrderElementsOf(Reports.formats());
    }

    @TestFactory
    Stream<DynamicContainer> everyFormatStandsEveryResult() {
        return Reports.all().stream()
                .map(writer -> DynamicContainer.dynamicContainer(
                        writer.format(),
                        Samples.all().entrySet().stream()
                                .map(sample -> DynamicTest.dynamicTest(
                                        sample.getKey(), () -> stands(writer, sample.getKey(), sample.getValue())))));
    }

    private void stands(ReportWriter writer, String name, AuditResult result) throws IOException {
        Path first = Files.createDirectories(folder.resolve(writer.format()).resolve(name));
        Path again = first.resolveSibling(name + " again");
        Path main = writer.write(result, first);
        writer.write(result, again);
        assertThat(tree(again)).as("the same result gives the same bytes").isEqualTo(tree(first));
        assertThat(tree(first).keySet()).as("no half-written file is left").noneMatch(f -> f.endsWith(".part"));

        Parsed.Counts counts = READERS.get(writer.format()).parse(main, result);
        AuditResult.Totals totals = result.totals();
        assertThat(counts.findings()).as("findings").isEqualTo(result.findings().size());
        assertThat(counts.failing())
                .as("failures")
                .isEqualTo(
                        BY_RULE.contains(writer.format())
                                ? totals.judgements(Outcome.FAIL)
                                : totals.findings(Outcome.FAIL));
    }

    @Test
    void aRunWithoutRulesNeverLooksLikeSuccess() throws IOException {
        AuditResult nothing = Samples.result(List.of(Samples.target("shop")), List.of());
        for (ReportWriter writer : Reports.all()) {
            writer.write(nothing, folder);
        }
        for (String file : List.of("index.html", "report.md", "report.txt", "annotations.txt")) {
            assertThat(text(folder.resolve(file))).as(file).contains("Could not be judged", "exit code 2");
        }
        assertThat(text(folder.resolve("index.html"))).doesNotContain("No findings.", "class=\"verdict pass\"");
        assertThat(text(folder.resolve("index.es.html")))
                .contains("No se pudo juzgar")
                .doesNotContain("Sin hallazgos.");
    }

    @Test
    void aReportThatCannotBeFinishedLeavesTheOldOne() throws IOException {
        Path file = folder.resolve("report.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> ReportWriter.replace(file, out -> {
                    out.write("half");
                    throw new IOException("no space left on device");
                }))
                .hasMessage("no space left on device");
        assertThat(tree(folder)).containsExactly(Map.entry("report.txt", "old"));
    }

    @Test
    void colourIsOnlyWhereAskedForAndLanguageFollows() throws IOException {
        StringBuilder plain = new StringBuilder();
        Reports.text(Example.result(), "es", false, 80, plain);
        StringBuilder colour = new StringBuilder();
        Reports.text(Example.result(), "es", true, 80, colour);
        assertThat(plain.toString().replace('\n', ' '))
                .contains("No cumple:", "código de salida 1.")
                .doesNotContain("\u001b");
        assertThat(colour.toString().replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain.toString());
    }

    private static Map<String, String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> tree = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(f -> tree.put(folder.relativize(f).toString(), text(f)));
            return tree;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not UTF-8", e);
        }
    }
}
