package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.fact.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: &x 1                | f:1:4: an anchor (&) is not allowed; write the value where it is used
            'a: {b: *x}'           | f:1:8: an alias (*) is not allowed; write the value itself
            a: !!int 1             | f:1:4: a tag (!) is not allowed; put a text that begins with '!' in quotes
            'a: 1\\na: 2'          | f:2:1: the key 'a' stands there twice; the first is at f:1:1
            '- a'                  | f:1:1: the file must hold a mapping 'key: value', not a list
            'a: [1'                | f:1:6: is no YAML: expected ',' or ']', but got <stream end>; check indentation and colons; put a text that begins with !, { or [ or holds ': ' in quotes
            'a: 1\\n---\\nb: 2'    | f:2:1: a second document begins here; keep one document in a file
            """)
    void faultsAreNamedWithTheirPlace(String text, String problem) {
        YamlFile.parse(text.replace("\\n", "\n"), "f", problems);
        assertThat(problems).extracting(Problem::toString).containsExactly(problem);
    }

    @Test
    void nestingBeyondReasonIsRefused() {
        assertThat(YamlFile.parse("a: " + "[".repeat(100_000), "f", problems)).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void textsStayTexts() {
        YamlMap map = YamlFile.parse("{a: no, b: 017, c: 12:30, d: 2021-07-07, e: ~}", "f", problems)
                .orElseThrow();
        assertThat(map.text("a") + map.text("b") + map.text("c") + map.text("d") + map.text("e"))
                .isEqualTo("no01712:302021-07-07~");
        assertThat(problems).isEmpty();
    }

    @Test
    void anUnknownKeyIsNamedWithTheNearestKnownOne() {
        YamlMap map = YamlFile.parse("targts: {}", "f", problems).orElseThrow();
        map.map("targets");
        map.done();
        assertThat(problems)
                .extracting(Problem::toString)
                .containsExactly("f:1:1: the key 'targts' is not known here; did you mean 'targets'?");
    }
}
