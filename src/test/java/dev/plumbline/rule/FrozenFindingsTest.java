package dev.plumbline.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.fact.FactPath;
import dev.plumbline.fact.ProblemsException;
import dev.plumbline.rule.FrozenFindings.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenFindingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    private static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String names : List.of(
                "public.orders",
                ".relative",
                "\"Odd Name\".\"with \\\" and \\\\\"",
                "\"two\\nlines\"",
                "\"a b\".\"c: d\"")) {
            for (String more : List.of("", "x", "two words", "a \"quoted\" one", "line\nbreak", "año \u202e")) {
                lines.add(new Line(DAY, false, "some-rule", FactPath.parse("table:" + names), more, 0));
            }
        }
        lines.add(new Line(DAY.plusDays(9), true, "a-rule", FactPath.parse("table:public.later"), "", 0));
        lines.add(new Line(DAY, true, "z-rule", FactPath.parse("table:public.later"), "", 0));
        return lines;
    }

    private FrozenFindings read(String text) throws IOException {
        Path file = folder.resolve("findings.frozen");
        Files.writeString(file, text);
        return FrozenFindings.read(file, "baselines/main/findings.frozen", "main");
    }

    @Test
    void whatIsWrittenIsReadAgainWhateverItsNames() throws IOException {
        FrozenFindings frozen = new FrozenFindings("main", "f", lines());
        FrozenFindings read = read(frozen.text());
        assertThat(read.text()).isEqualTo(frozen.text());
        assertThat(read.lines())
                .extracting(line -> line.fingerprint("main"))
                .containsExactlyElementsOf(frozen.lines().stream()
                        .map(line -> line.fingerprint("main"))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void theTextDoesNotDependOnTheOrderOfFindings() {
        List<Line> shuffled = new ArrayList<>(lines());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(new FrozenFindings("main", "f", shuffled).text())
                .isEqualTo(new FrozenFindings("main", "f", lines()).text());
    }

    @Test
    void growthIsASectionOfItsOwn() {
        String text = new FrozenFindings("main", "f", lines()).text();
        assertThat(text).startsWith("plumbline-findings 1\n\nfrozen on 2026-11-22\n");
        assertThat(text).endsWith("""

                grown on 2026-11-22
                z-rule table:public.later

                grown on 2026-12-01
                a-rule table:public.later
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x                                      | :1:1: the file does not begin with 'plumbline-findings 1'
            ~some-rule table:a.b                   | :2:1: the finding stands under no day; put 'frozen on 2026-12-31' above it
            ~frozen on yesterday                   | :2:11: 'yesterday' is no date; write it as 2026-12-31
            ~grown on 2026-13-01                   | :2:10: '2026-13-01' is no date
            ~frozen on 2026-11-22~some-rule        | :3:1: is no frozen finding; write: rule path
            ~frozen on 2026-11-22~Some table:a.b   | :3:1: is no frozen finding
            ~frozen on 2026-11-22~rule public.t    | :3:6: 'public.t' is no path: expected kind:name.name
            ~frozen on 2026-11-22~rule table:"a    | :3:6: the quote at character 7 is not closed
            ~frozen on 2026-11-22~rule table:a b c | :3:14: 'b c' is no discriminator
            ~frozen on 2026-11-22~r table:a~r table:a | :4:1: the finding stands in line 3 already; remove one of the two
            """)
    void aBrokenFileIsNamedWithItsPlace(String text, String message) {
        String whole = text.startsWith("~") ? "plumbline-findings 1" + text.replace('~', '\n') + "\n" : text;
        assertThatThrownBy(() -> read(whole))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("baselines/main/findings.frozen" + message);
    }

    @Test
    void allFaultsAreReportedTogether() {
        assertThatThrownBy(() -> read("plumbline-findings 1\nfrozen on x\nrule a\nrule table:b c d\n"))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(3));
    }
}
